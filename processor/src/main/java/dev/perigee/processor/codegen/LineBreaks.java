package dev.perigee.processor.codegen;

/** Breaks the lines that would be too long, where that is allowed. */
final class LineBreaks {

    /** Where a line may be broken, and has a space otherwise. */
    static final char SPACE = '\u001c';

    /** Where a line may be broken, and has nothing otherwise. */
    static final char NOTHING = '\u001d';

    private static final int WIDTH = 100;
    private static final String INDENT = "        ";

    private final String text;
    private final StringBuilder broken;

    private LineBreaks(String text) {
        this.text = text;
        this.broken = new StringBuilder(text.length() + text.length() / 16);
    }

    /** The text without the marks of possible breaks. */
    static String resolve(String text) {
        return new LineBreaks(text).resolve();
    }

    private String resolve() {
        int start = 0;
        int lastBreak = -1;
        String indent = "";
        for (int mark = stop(0); mark < text.length(); mark = stop(start)) {
            broken.append(text, start, mark + (text.charAt(mark) == '\n' ? 1 : 0));
            start = mark + 1;
            if (text.charAt(mark) == '\n') {
                continue;
            }
            String space = text.charAt(mark) == SPACE ? " " : "";
            int line = broken.lastIndexOf("\n") + 1;
            if (broken.length() - line + space.length() + stop(start) - start > WIDTH) {
                indent = line == lastBreak ? indent : INDENT + broken.substring(line, unindented(line));
                broken.append('\n');
                lastBreak = broken.length();
                broken.append(indent);
            } else {
                broken.append(space);
            }
        }
        return broken.append(text, start, text.length()).toString();
    }

    /** The next place where a line ends, or may. */
    private int stop(int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != SPACE && text.charAt(i) != NOTHING && text.charAt(i) != '\n') {
            i++;
        }
        return i;
    }

    private int unindented(int line) {
        int i = line;
        while (broken.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
