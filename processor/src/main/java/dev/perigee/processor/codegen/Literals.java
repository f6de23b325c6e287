package dev.perigee.processor.codegen;

/**
 * Text in generated code, in ASCII alone: a compiler writes and reads sources in the encoding it was told, and what that
 * lacks would silently become something else, in a script or in a key.
 */
final class Literals {

    private Literals() {}

    /** A string literal; several joined ones for a text of several lines, each ending with its line. */
    static Code string(String text) {
        int end = endOfLine(text, 0);
        String first = quoted(text, 0, end);
        if (end == text.length()) {
            return new Code(first);
        }
        StringBuilder others = new StringBuilder(text.length() + text.length() / 4);
        while (end < text.length()) {
            int start = end;
            end = endOfLine(text, start);
            others.append("\n        + ").append(quoted(text, start, end));
        }
        return new Code(first + others);
    }

    private static int endOfLine(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }

    private static String quoted(String text, int start, int end) {
        StringBuilder literal = new StringBuilder(end - start + 2).append('"');
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (isPlain(c)) {
                        literal.append(c);
                    } else {
                        literal.append(escape(c));
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** An escape of a control character must not be one that the compiler replaces before it reads the literal. */
    private static String escape(char c) {
        return c < ' ' ? String.format("\\%03o", (int) c) : String.format("\\u%04x", (int) c);
    }

    /** Text in a Javadoc comment; there, too, the compiler replaces a backslash and a u before it reads on. */
    static String javadoc(String text) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = isPlain(c) && "&<@\\".indexOf(c) < 0 && !(c == '/' && i > 0 && text.charAt(i - 1) == '*');
            if (plain) {
                html.append(c);
            } else {
                html.append("&#").append((int) c).append(';');
            }
        }
        return html.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~';
    }
}
