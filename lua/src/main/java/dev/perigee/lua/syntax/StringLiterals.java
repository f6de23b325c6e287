package dev.perigee.lua.syntax;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The values of string literals that the lexer found well formed. */
final class StringLiterals {
    private static final String ESCAPES = "abfnrtv";
    private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b";

    private final String text;
    private final int end;
    private final StringBuilder characters = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean binary;
    private int at;

    private StringLiterals(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** The value of the token from start to end, quoted or in long brackets. */
    static LuaString value(String text, int start, int end) {
        if (text.charAt(start) == '[') {
            return longString(text, start, end);
        }
        int from = start + 1;
        int to = Math.max(from, end - 1);
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\\') {
                return new StringLiterals(text, from, to).quoted();
            }
        }
        return LuaString.of(text.substring(from, to));
    }

    private static LuaString longString(String text, int start, int end) {
        int bracket = text.indexOf('[', start + 1) + 1 - start;
        if (bracket <= 0 || start + 2 * bracket > end) {
            return LuaString.of("");
        }
        int from = start + bracket;
        int to = end - bracket;
        if (from < to && SourceText.isLineBreak(text.charAt(from))) {
            from = Math.min(SourceText.endOfLineBreak(text, from), to);
        }
        if (text.indexOf('\r', from) < 0) {
            return LuaString.of(text.substring(from, to));
        }
        StringBuilder value = new StringBuilder(to - from);
        while (from < to) {
            char c = text.charAt(from);
            boolean lineBreak = SourceText.isLineBreak(c);
            value.append(lineBreak ? '\n' : c);
            from = lineBreak ? SourceText.endOfLineBreak(text, from) : from + 1;
        }
        return LuaString.of(value.toString());
    }

    private LuaString quoted() {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < end) {
                escape(text.charAt(at + 1));
            } else {
                characters.append(c);
                at++;
            }
        }
        if (!binary) {
            return LuaString.of(characters.toString());
        }
        flushCharacters();
        return LuaString.of(bytes.toByteArray());
    }

    private void escape(char c) {
        int known = ESCAPES.indexOf(c);
        if (known >= 0) {
            characters.append(ESCAPED.charAt(known));
            at += 2;
        } else if (SourceText.isLineBreak(c)) {
            characters.append('\n');
            at = SourceText.endOfLineBreak(text, at + 1);
        } else if (Lexer.isDigit(c)) {
            decimalEscape();
        } else {
            characters.append(c);
            at += 2;
        }
    }

    private void decimalEscape() {
        int value = 0;
        at++;
        for (int digits = 0; digits < 3 && at < end && Lexer.isDigit(text.charAt(at)); digits++) {
            value = value * 10 + text.charAt(at++) - '0';
        }
        if (value < 0x80) {
            characters.append((char) value);
        } else {
            flushCharacters();
            binary = true;
            bytes.write(value);
        }
    }

    private void flushCharacters() {
        bytes.writeBytes(characters.toString().getBytes(StandardCharsets.UTF_8));
        characters.setLength(0);
    }
}
