package dev.perigee.lua.syntax;

import java.util.Arrays;

/**
 * A script's text with its path, for positions that people read. Immutable.
 *
 * <p>Lines are Lua's, so that they agree with those the server names: a line feed, a carriage return, and one of each in
 * either order end a line. Columns count UTF-16 units.
 */
public final class SourceText {
    private final String path;
    private final String text;
    private final int[] lineStarts;

    public SourceText(String path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            if (!isLineBreak(text.charAt(i))) {
                continue;
            }
            i = endOfLineBreak(text, i) - 1;
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = i + 1;
        }
        return Arrays.copyOf(starts, lines);
    }

    static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r';
    }

    /** The offset after the line break at an offset: one or two characters on. */
    static int endOfLineBreak(String text, int offset) {
        int next = offset + 1;
        boolean pair =
                next < text.length() && isLineBreak(text.charAt(next)) && text.charAt(next) != text.charAt(offset);
        return pair ? next + 1 : next;
    }

    /** The path by which people know the script, such as {@code scripts/sale/buy.lua}. */
    public String path() {
        return path;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** How many lines there are, at least one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The line of an offset, from 1. The end of the text is an offset too. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column of an offset in its line, from 1. */
    public int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** The text of a line, numbered from 1, without its line break. */
    public String lineText(int line) {
        int start = lineStarts[line - 1];
        int end = start;
        while (end < text.length() && !isLineBreak(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The text of a span. */
    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }
}
