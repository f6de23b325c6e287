package dev.perigee.processor.template;

import dev.perigee.lua.syntax.Span;
import dev.perigee.processor.template.KeyTemplate.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads key templates.
 *
 * <pre>
 * template    = { literal | "##" | placeholder }
 * placeholder = "#" path | "#(" path ")"
 * path        = name { "." name }
 * </pre>
 */
public final class TemplateParser {

    private final String text;
    private final List<TemplatePart> parts = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int literalStart;
    private int at;
    private @Nullable Problem problem;

    private TemplateParser(String text) {
        this.text = text;
    }

    /** Reads a template. */
    public static KeyTemplate parse(String text) {
        return new TemplateParser(text).template();
    }

    private KeyTemplate template() {
        if (text.isEmpty()) {
            problem =
                    new Problem("the key template is empty", new Span(0, 0), "write the key, as in sale:{#sku}:stock");
        }
        while (at < text.length() && problem == null) {
            if (text.charAt(at) != '#') {
                literal(text.charAt(at), 1);
            } else if (text.startsWith("##", at)) {
                literal('#', 2);
            } else {
                placeholder();
            }
        }
        endLiteral();
        return new KeyTemplate(text, parts, problem);
    }

    private void literal(char c, int length) {
        if (literal.isEmpty()) {
            literalStart = at;
        }
        literal.append(c);
        at += length;
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new TemplatePart.Literal(literal.toString(), new Span(literalStart, at)));
            literal.setLength(0);
        }
    }

    private void placeholder() {
        endLiteral();
        int start = at;
        boolean parenthesised = text.startsWith("#(", at);
        at += parenthesised ? 2 : 1;
        List<String> path = path();
        if (path.isEmpty()) {
            problem = new Problem(
                    "a name is expected after " + text.substring(start, at),
                    new Span(start, at),
                    "name a parameter, as in #sku, or write ## for the character #");
        } else if (parenthesised && !text.startsWith(")", at)) {
            problem = new Problem(
                    "')' is expected after " + text.substring(start, at),
                    new Span(start, at),
                    "close it, as in #(" + String.join(".", path) + ")");
        } else {
            at += parenthesised ? 1 : 0;
            parts.add(new TemplatePart.Placeholder(path, new Span(start, at)));
        }
    }

    private List<String> path() {
        List<String> path = new ArrayList<>();
        String name = name(at);
        while (!name.isEmpty()) {
            path.add(name);
            at += name.length();
            name = at < text.length() && text.charAt(at) == '.' ? name(at + 1) : "";
            at += name.isEmpty() ? 0 : 1;
        }
        return path;
    }

    private String name(int start) {
        if (start == text.length() || !Character.isJavaIdentifierStart(text.charAt(start))) {
            return "";
        }
        int end = start + 1;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
