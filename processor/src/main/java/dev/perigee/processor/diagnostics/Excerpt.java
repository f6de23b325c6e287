package dev.perigee.processor.diagnostics;

import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;

/**
 * A piece of a text with the place in it that a finding is about.
 *
 * @param source the text: a script, or a key template as its only line
 * @param span the place
 */
public record Excerpt(SourceText source, Span span) {

    /** The place as {@code file:line:column}. */
    String position() {
        return source.path() + ":" + source.line(span.start()) + ":" + source.column(span.start());
    }

    /** The line, with a gutter of line numbers, and below it carets under the place. */
    String numbered() {
        int line = source.line(span.start());
        String number = String.format("%4d", line);
        return number + " | " + source.lineText(line) + "\n" + " ".repeat(number.length()) + " | " + carets();
    }

    /** The line, indented, and below it carets under the place. */
    String indented() {
        return "   " + source.lineText(source.line(span.start())) + "\n   " + carets();
    }

    private String carets() {
        String text = source.lineText(source.line(span.start()));
        int column = source.column(span.start()) - 1;
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < column; i++) {
            marks.append(i < text.length() && text.charAt(i) == '\t' ? '\t' : ' ');
        }
        int end = Math.min(column + span.end() - span.start(), text.length());
        return marks.append("^".repeat(Math.max(1, end - column))).toString();
    }
}
