package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;

/**
 * A piece of a text with the place in it that a finding is about.
 *
 * @param source the text: a script, or a key template as its only line
 * @param span the place
 */
public record Excerpt(SourceText source, Span span) {

    /** How much of a long line is shown, and how much of that in front of the place; in columns. */
    private static final int WIDTH = 160;

    private static final int BEFORE = WIDTH / 3;

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

    /** Costs as much as is shown, however long the line is: there may be as many findings in it as characters. */
    private Window window() {
        String text = source.text();
        int lineStart = span.start() - source.column(span.start()) + 1;
        int start = source.column(span.start()) <= WIDTH ? Math.min(span.start(), forward(lineStart)) : span.start();
        int from = lineStart;
        int to = forward(lineStart);
        if (!isEnd(to)) {
            from = backward(start, lineStart);
            to = forward(from);
        }
        String before = from > lineStart ? "…" : "";
        String line = ControlCharacters.shown(text.substring(from, to));
        String marked = line.substring(Math.min(start - from, line.length()));
        StringBuilder marks = new StringBuilder(" ".repeat(before.length()));
        line.substring(0, line.length() - marked.length()).codePoints().forEach(c -> {
            marks.append(c == '\t' ? "\t" : " ".repeat(TerminalColumns.of(c)));
        });
        int length = Math.min(span.end() - span.start(), marked.length());
        marks.append("^".repeat(Math.max(1, columns(marked.substring(0, Math.max(0, length))))));
        return new Window(before + line + (isEnd(to) ? "" : "…"), marks.toString());
    }

    private static int columns(String text) {
        return text.codePoints().map(TerminalColumns::of).sum();
    }

    private boolean isEnd(int at) {
        return at >= source.text().length()
                || source.text().charAt(at) == '\n'
                || source.text().charAt(at) == '\r';
    }

    /** Where the line ends, or what is shown of it. */
    private int forward(int from) {
        int at = from;
        int characters = 0;
        for (int columns = 0; !isEnd(at) && characters < 2 * WIDTH; characters++) {
            int c = source.text().codePointAt(at);
            columns += TerminalColumns.of(c);
            if (columns > WIDTH) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    /** Where to begin, so that a part of what stands before the place is shown. */
    private int backward(int start, int lineStart) {
        int at = start;
        for (int columns = 0; at > lineStart && start - at < WIDTH; ) {
            int c = source.text().codePointBefore(at);
            columns += TerminalColumns.of(c);
            if (columns > BEFORE) {
                break;
            }
            at -= Character.charCount(c);
        }
        return at;
    }
}
