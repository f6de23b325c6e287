package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import java.util.regex.Pattern;

/**
 * A piece of a text with the place in it that a finding is about.
 *
 * @param source the text: a script, or a key template as its only line
 * @param span the place
 */
public record Excerpt(SourceText source, Span span) {

    private static final int WIDTH = 120;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t]]");

    /** The place as {@code file:line:column}. */
    public String position() {
        return source.path() + ":" + source.line(span.start()) + ":" + source.column(span.start());
    }

    /** The line, with a gutter of line numbers, and below it carets under the place. */
    public String numbered() {
        String number = String.format("%4d", source.line(span.start()));
        Window window = window();
        return number + " | " + window.text() + "\n" + " ".repeat(number.length()) + " | " + window.marks();
    }

    /** The line, indented, and below it carets under the place. */
    public String indented() {
        Window window = window();
        return "   " + window.text() + "\n   " + window.marks();
    }

    /**
     * What is shown of the line.
     *
     * @param text all of it, or what stands around the place, with dots where something is left out
     * @param marks blanks and carets
     */
    private record Window(String text, String marks) {}

    private Window window() {
        // Terminals obey control characters.
        String line =
                CONTROL.matcher(source.lineText(source.line(span.start()))).replaceAll("\uFFFD");
        int start = source.column(span.start()) - 1;
        int end = Math.max(start + 1, Math.min(start + span.end() - span.start(), line.length()));
        int from = line.length() <= WIDTH ? 0 : Math.max(0, start - WIDTH / 3);
        int to = Math.min(line.length(), from + WIDTH);
        String before = from > 0 ? "..." : "";
        String after = to < line.length() ? "..." : "";
        StringBuilder marks = new StringBuilder(" ".repeat(before.length()));
        for (int i = from; i < start; i++) {
            marks.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
        }
        marks.append("^".repeat(Math.max(1, Math.min(end, Math.max(to, start + 1)) - start)));
        return new Window(before + line.substring(from, to) + after, marks.toString());
    }
}
