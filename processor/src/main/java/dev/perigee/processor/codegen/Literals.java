package dev.perigee.processor.codegen;

import com.palantir.javapoet.CodeBlock;

/**
 * Text in generated code, in ASCII alone: a compiler writes and reads sources in the encoding it was told, and what that
 * lacks would silently become something else, in a script or in a key.
 */
final class Literals {

    private Literals() {}

    /** A string literal; several joined ones for a text of several lines, each ending with its line. */
    static CodeBlock string(String text) {
        CodeBlock.Builder literal = CodeBlock.builder();
        int start = 0;
        int end = endOfLine(text, start);
        literal.add("$L", quoted(text.substring(start, end)));
        if (end < text.length()) {
            literal.add("$>$>");
            while (end < text.length()) {
                start = end;
                end = endOfLine(text, start);
                literal.add("\n+ $L", quoted(text.substring(start, end)));
            }
            literal.add("$<$<");
        }
        return literal.build();
    }

    private static int endOfLine(String text, int start) {
        int feed = text.indexOf('\n', start);
        return feed < 0 ? text.length() : feed + 1;
    }

    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(isPlain(c) ? String.valueOf(c) : escape(c));
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
            html.append(plain ? String.valueOf(c) : "&#" + (int) c + ";");
        }
        return html.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= '~';
    }
}
