package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the column of arguments; its grammar is in the head of the table. */
final class ElementReader {
    private final String text;
    private int at;

    private ElementReader(String text) {
        this.text = text;
    }

    static List<Element> read(String column) {
        return column.equals("-") ? List.of() : new ElementReader(column).list(' ', (char) 0);
    }

    private List<Element> list(char separator, char end) {
        List<Element> elements = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != end) {
            if (text.charAt(at) == separator) {
                at++;
            }
            elements.add(element());
        }
        at++;
        return elements;
    }

    private Element element() {
        char first = text.charAt(at);
        if (first == '\'') {
            int end = text.indexOf('\'', at + 1);
            String token = text.substring(at + 1, end);
            at = end + 1;
            boolean multiple = take('*');
            boolean optional = take('?');
            return new Element.Token(token, optional, multiple, since());
        }
        if (first == '(' || first == '{') {
            at++;
            List<Element> parts = first == '(' ? list('|', ')') : list(' ', '}');
            boolean multiple = take('*');
            boolean optional = take('?');
            String since = since();
            return first == '('
                    ? new Element.Choice(parts, optional, multiple, since)
                    : new Element.Sequence(parts, optional, multiple, since);
        }
        int end = at;
        while (end < text.length() && " *?@|)}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(at + 2, end);
        at = end;
        boolean multiple = take('*');
        boolean optional = take('?');
        return new Element.Word(first, name, optional, multiple, since());
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private @Nullable String since() {
        if (!take('@')) {
            return null;
        }
        int end = at;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        String since = text.substring(at, end);
        at = end;
        return since;
    }
}
