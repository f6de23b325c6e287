package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a line into words as Redis does with its configuration file and with a shebang: at blanks, but for those in
 * {@code "…"} with escapes or {@code '…'}.
 */
final class ConfigurationLine {
    private static final String BLANKS = " \t\n\u000b\f\r";
    private static final String WORD_ENDS = " \n\r\t";
    private static final String ESCAPES = "nrtba";
    private static final String ESCAPED = "\n\r\t\b\u0007";
    private static final int END = -1;

    private final String line;
    private int at;

    private ConfigurationLine(String line) {
        this.line = line;
    }

    /** The words, or null where quotes do not match. */
    static @Nullable List<String> split(String line) {
        ConfigurationLine reader = new ConfigurationLine(line);
        List<String> words = new ArrayList<>();
        while (reader.skipBlanks()) {
            String word = reader.word();
            if (word == null) {
                return null;
            }
            words.add(word);
        }
        return words;
    }

    private int peek(int distance) {
        return at + distance < line.length() ? line.charAt(at + distance) : END;
    }

    private boolean skipBlanks() {
        while (peek(0) != END && BLANKS.indexOf(peek(0)) >= 0) {
            at++;
        }
        return peek(0) != END;
    }

    private @Nullable String word() {
        StringBuilder word = new StringBuilder();
        while (true) {
            int c = peek(0);
            at++;
            if (c == END || WORD_ENDS.indexOf(c) >= 0) {
                return word.toString();
            }
            if (c == '"' || c == '\'') {
                boolean closed = c == '"' ? doubleQuoted(word) : singleQuoted(word);
                return closed && (peek(0) == END || BLANKS.indexOf(peek(0)) >= 0) ? word.toString() : null;
            }
            word.append((char) c);
        }
    }

    private boolean doubleQuoted(StringBuilder word) {
        while (peek(0) != END) {
            char c = line.charAt(at++);
            if (c == '"') {
                return true;
            }
            if (c == '\\' && peek(0) == 'x' && isHexadecimal(peek(1)) && isHexadecimal(peek(2))) {
                word.append((char) Integer.parseInt(line.substring(at + 1, at + 3), 16));
                at += 3;
            } else if (c == '\\' && peek(0) != END) {
                char escaped = line.charAt(at++);
                int known = ESCAPES.indexOf(escaped);
                word.append(known < 0 ? escaped : ESCAPED.charAt(known));
            } else {
                word.append(c);
            }
        }
        return false;
    }

    private boolean singleQuoted(StringBuilder word) {
        while (peek(0) != END) {
            char c = line.charAt(at++);
            if (c == '\'') {
                return true;
            }
            if (c == '\\' && peek(0) == '\'') {
                word.append('\'');
                at++;
            } else {
                word.append(c);
            }
        }
        return false;
    }

    private static boolean isHexadecimal(int c) {
        return c < 0x80 && Character.digit(c, 16) >= 0;
    }
}
