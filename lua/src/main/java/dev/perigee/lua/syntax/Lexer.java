package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into tokens as Redis's Lua 5.1 does, and reports what is no token. After an error it goes on with the token
 * that was most likely meant, so that the parser has nothing more to complain about.
 */
final class Lexer {
    private static final int END = -1;

    private final String text;
    private final Tokens tokens;
    private final List<Comment> comments = new ArrayList<>();
    private final List<SyntaxError> errors = new ArrayList<>();
    private final ForeignSyntax foreign;
    private final Words words;
    private boolean lineBreak = true;
    private boolean unfinished;
    private int at;

    private Lexer(String text, int start) {
        this.text = text;
        this.at = start;
        this.tokens = new Tokens(text.length());
        this.foreign = new ForeignSyntax(text, errors);
        this.words = new Words(text);
    }

    /** Reads a text from an offset to its end. */
    static Lexer read(String text, int start) {
        Lexer lexer = new Lexer(text, start);
        lexer.run();
        return lexer;
    }

    Tokens tokens() {
        return tokens;
    }

    List<Comment> comments() {
        return comments;
    }

    List<SyntaxError> errors() {
        return errors;
    }

    /** Whether a long string or comment has swallowed the rest of the text, or it is no text. */
    boolean isUnfinished() {
        return unfinished;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c);
    }

    private void run() {
        while (at < text.length()) {
            token(text.charAt(at));
        }
        tokens.add(TokenKind.EOF, text.length(), text.length(), lineBreak);
    }

    private int peek(int distance) {
        int index = at + distance;
        return index < text.length() ? text.charAt(index) : END;
    }

    private void emit(TokenKind kind, int length) {
        tokens.add(kind, at, at + length, lineBreak);
        lineBreak = false;
        at += length;
    }

    private void error(int start, int end, String message, String help) {
        errors.add(new SyntaxError(new Span(start, end), message, help));
    }

    private void token(char c) {
        if (isNameStart(c)) {
            word();
        } else if (c == ' ' || c == '\t' || c == '\u000b' || c == '\f') {
            at++;
        } else if (SourceText.isLineBreak(c)) {
            lineBreak = true;
            at = SourceText.endOfLineBreak(text, at);
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (c == '-' && peek(1) == '-') {
            comment();
        } else if (c == '[' && (peek(1) == '[' || peek(1) == '=')) {
            longString();
        } else {
            symbol(c);
        }
    }

    private void word() {
        int length = 1;
        while (isNamePart(peek(length))) {
            length++;
        }
        if (peek(length) >= 0x80 && Character.isLetterOrDigit(peek(length))) {
            foreignWord();
            return;
        }
        Words.Word word = words.at(at, at + length);
        if (word.kind() == TokenKind.NAME) {
            tokens.addName(word.text(), at, at + length, lineBreak);
            lineBreak = false;
            at += length;
        } else {
            emit(word.kind(), length);
        }
    }

    private void foreignWord() {
        int length = 1;
        while (isNamePart(peek(length)) || (peek(length) >= 0x80 && Character.isLetterOrDigit(peek(length)))) {
            length++;
        }
        error(at, at + length, "a name can only have ASCII letters, digits and `_`", "spell the name in ASCII");
        emit(TokenKind.NAME, length);
    }

    /** C's {@code strchr} finds its own terminator: so a NUL passes for each optional character of a numeral. */
    private static boolean isOneOf(int c, char first, char second) {
        return c == first || c == second || c == 0;
    }

    private void number() {
        int length = 1;
        while (isDigit(peek(length)) || peek(length) == '.') {
            length++;
        }
        if (isOneOf(peek(length), 'E', 'e')) {
            length++;
            if (isOneOf(peek(length), '+', '-')) {
                length++;
            }
        }
        while (isNamePart(peek(length))) {
            length++;
        }
        if (Numerals.isShortInteger(text, at, at + length)) {
            emit(TokenKind.NUMBER, length);
            return;
        }
        String numeral = text.substring(at, at + length);
        int dots = numeral.indexOf("..");
        if (Numerals.value(numeral).isEmpty()) {
            String message = "malformed number `" + Excerpt.of(numeral) + "`";
            error(at, at + length, message, foreign.numberHelp(numeral));
        }
        if (dots > 0 && numeral.indexOf("..", dots + 2) < 0) {
            emit(TokenKind.NUMBER, dots);
            emit(TokenKind.CONCAT, 2);
            return;
        }
        emit(TokenKind.NUMBER, length);
    }

    private void quoted(char quote) {
        int length = 1;
        while (peek(length) != quote) {
            int c = peek(length);
            if (c == END || SourceText.isLineBreak(c)) {
                error(
                        at,
                        at + length,
                        "unfinished string",
                        "close it with " + quote + ", or use [[…]] for a text of several lines");
                emit(TokenKind.STRING, length);
                return;
            }
            length += c == '\\' ? escapeLength(length) : 1;
        }
        emit(TokenKind.STRING, length + 1);
    }

    private int escapeLength(int offset) {
        int c = peek(offset + 1);
        if (SourceText.isLineBreak(c)) {
            return SourceText.endOfLineBreak(text, at + offset + 1) - at - offset;
        }
        if (!isDigit(c)) {
            return c == END ? 1 : 2;
        }
        int length = 1;
        int value = 0;
        while (length < 4 && isDigit(peek(offset + length))) {
            value = value * 10 + peek(offset + length++) - '0';
        }
        if (value > 255) {
            int start = at + offset;
            error(start, start + length, "escape `\\" + value + "` is too large", "a byte is \\0 to \\255, in decimal");
        }
        return length;
    }

    /** How many {@code =} a long bracket at a distance has, or -1 where there is none. */
    private int bracketLevel(int distance, char bracket) {
        int level = 0;
        while (peek(distance + 1 + level) == '=') {
            level++;
        }
        return peek(distance + 1 + level) == bracket ? level : -1;
    }

    private void longString() {
        int level = bracketLevel(0, '[');
        if (level >= 0) {
            boolean first = lineBreak;
            int length = longBracket(0, level, "long string");
            tokens.add(TokenKind.STRING, at, at + length, first);
            lineBreak = false;
            at += length;
            return;
        }
        int length = 1;
        while (peek(length) == '=') {
            length++;
        }
        error(at, at + length, "invalid delimiter of a long string", "write [[…]] or [=[…]=]");
        emit(TokenKind.ERROR, length);
    }

    /** Returns the distance from here to after the closing bracket; lines in it are the caller's business. */
    private int longBracket(int distance, int level, String what) {
        int i = distance + level + 2;
        int depth = 0;
        int firstEnd = -1;
        while (peek(i) != END) {
            int c = peek(i);
            if (c == ']' && bracketLevel(i, ']') == level) {
                i += level + 2;
                if (depth-- == 0) {
                    return i;
                }
                firstEnd = firstEnd < 0 ? i : firstEnd;
            } else if (c == '[' && level == 0 && peek(i + 1) == '[') {
                if (depth++ == 0) {
                    nestedBracket(at + i, what);
                }
                i += 2;
            } else {
                i += c == ']' || c == '[' ? 1 + skippedEquals(i) : 1;
            }
        }
        if (firstEnd >= 0) {
            return firstEnd;
        }
        String bracket = "=".repeat(level);
        error(at, at + distance + level + 2, "unfinished " + what, "close it with ]" + bracket + "]");
        unfinished = true;
        return i;
    }

    private void nestedBracket(int start, String what) {
        error(start, start + 2, "`[[` inside a " + what + " that began with `[[`", "begin with [=[ and end with ]=]");
    }

    private int skippedEquals(int distance) {
        int count = 0;
        while (peek(distance + 1 + count) == '=') {
            count++;
        }
        return count;
    }

    private void comment() {
        int level = peek(2) == '[' ? bracketLevel(2, '[') : -1;
        if (level >= 0) {
            int length = longBracket(2, level, "long comment");
            int from = at + 4 + level;
            int to = Math.max(from, at + length - (unfinished ? 0 : 2 + level));
            comments.add(new Comment(text.substring(from, to), new Span(at, at + length)));
            lineBreak |= text.substring(at, at + length).chars().anyMatch(SourceText::isLineBreak);
            at += length;
            return;
        }
        int length = 2;
        while (peek(length) != END && !SourceText.isLineBreak(peek(length))) {
            length++;
        }
        comments.add(new Comment(text.substring(at + 2, at + length), new Span(at, at + length)));
        at += length;
    }

    private void symbol(char c) {
        switch (c) {
            case '(' -> emit(TokenKind.LEFT_PAREN, 1);
            case ')' -> emit(TokenKind.RIGHT_PAREN, 1);
            case '{' -> emit(TokenKind.LEFT_BRACE, 1);
            case '}' -> emit(TokenKind.RIGHT_BRACE, 1);
            case '[' -> emit(TokenKind.LEFT_BRACKET, 1);
            case ']' -> emit(TokenKind.RIGHT_BRACKET, 1);
            case ';' -> emit(TokenKind.SEMICOLON, 1);
            case ',' -> emit(TokenKind.COMMA, 1);
            case '#' -> emit(TokenKind.HASH, 1);
            case ':' -> emitPair(':', TokenKind.COLON, TokenKind.DOUBLE_COLON);
            case '=' -> emitPair('=', TokenKind.ASSIGN, TokenKind.EQUAL);
            default -> {
                if (!readForeign()) {
                    operator(c);
                }
            }
        }
    }

    private void operator(char c) {
        switch (c) {
            case '+' -> emit(TokenKind.PLUS, 1);
            case '-' -> emit(TokenKind.MINUS, 1);
            case '*' -> emit(TokenKind.STAR, 1);
            case '/' -> emit(TokenKind.SLASH, 1);
            case '%' -> emit(TokenKind.PERCENT, 1);
            case '^' -> emit(TokenKind.CARET, 1);
            case '<' -> emitPair('=', TokenKind.LESS, TokenKind.LESS_EQUAL);
            case '>' -> emitPair('=', TokenKind.GREATER, TokenKind.GREATER_EQUAL);
            case '~' -> emit(TokenKind.NOT_EQUAL, 2);
            case '.' -> dots();
            default -> throw new IllegalStateException("no reading of " + (int) c);
        }
    }

    private boolean readForeign() {
        ForeignSyntax.Reading reading = foreign.read(at, tokens.lastKind(), lineBreak);
        if (reading == null) {
            return false;
        }
        unfinished |= text.charAt(at) == 0;
        if (reading.kind() == null) {
            at += reading.length();
        } else {
            emit(reading.kind(), reading.length());
        }
        return true;
    }

    private void emitPair(char second, TokenKind single, TokenKind pair) {
        boolean both = peek(1) == second;
        emit(both ? pair : single, both ? 2 : 1);
    }

    private void dots() {
        if (!isOneOf(peek(1), '.', '.')) {
            emit(TokenKind.DOT, 1);
        } else {
            boolean three = isOneOf(peek(2), '.', '.');
            emit(three ? TokenKind.DOTS : TokenKind.CONCAT, three ? 3 : 2);
        }
    }
}
