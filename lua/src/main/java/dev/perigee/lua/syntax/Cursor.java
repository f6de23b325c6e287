package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parser's place among the tokens, the syntax levels it is in, and the errors found. Not safe for use by several
 * threads.
 */
final class Cursor {

    /** Unwinds to the next place that can go on after an error, which has been reported. */
    @SuppressWarnings("serial")
    static final class SyntaxFailure extends RuntimeException {
        private SyntaxFailure() {
            super(null, null, false, false);
        }
    }

    /** As {@code LUAI_MAXCCALLS} in Lua's configuration: each block and each operand is one level. */
    static final int MAX_LEVELS = 200;

    private final String text;
    private final Tokens tokens;
    private final SourceText source;
    private final List<SyntaxError> errors = new ArrayList<>();
    private final SyntaxFailure failure = new SyntaxFailure();
    private int at;
    private int lastError = -1;
    private int level;

    Cursor(String text, Tokens tokens, boolean unfinished) {
        this.text = text;
        this.tokens = tokens;
        this.source = new SourceText("", text);
        if (unfinished) {
            lastError = tokens.size() - 1;
        }
    }

    List<SyntaxError> errors() {
        return errors;
    }

    TokenKind kind() {
        return tokens.kind(at);
    }

    TokenKind kind(int ahead) {
        return tokens.kind(at + ahead);
    }

    boolean is(TokenKind kind) {
        return tokens.kind(at) == kind;
    }

    /** The offset at which the current token starts. */
    int start() {
        return tokens.start(at);
    }

    /** The offset after the last token that was consumed. */
    int lastEnd() {
        return at == 0 ? start() : tokens.end(at - 1);
    }

    int index() {
        return at;
    }

    Span span() {
        return new Span(tokens.start(at), tokens.end(at));
    }

    Span spanFrom(int start) {
        return new Span(start, Math.max(start, lastEnd()));
    }

    String tokenText() {
        String name = tokens.name(at);
        return name != null ? name : text.substring(tokens.start(at), tokens.end(at));
    }

    String text() {
        return text;
    }

    String textOf(int index) {
        return text.substring(tokens.start(index), tokens.end(index));
    }

    int lineStart(int offset) {
        return offset - source.column(offset) + 1;
    }

    int line(int offset) {
        return source.line(offset);
    }

    boolean isFirstOnLine() {
        return tokens.isFirstOnLine(at);
    }

    /** The kind of the last token that was consumed. */
    TokenKind lastKind() {
        return at == 0 ? TokenKind.EOF : tokens.kind(at - 1);
    }

    boolean isFirstOnLine(int ahead) {
        return tokens.isFirstOnLine(at + ahead);
    }

    /** Whether the next token follows without a blank. */
    boolean nextIsAdjacent() {
        return tokens.end(at) == tokens.start(at + 1);
    }

    void advance() {
        if (at < tokens.size() - 1) {
            at++;
        }
    }

    boolean accept(TokenKind kind) {
        boolean found = is(kind);
        if (found) {
            advance();
        }
        return found;
    }

    int level() {
        return level;
    }

    void restoreLevel(int saved) {
        level = saved;
    }

    void enterLevel() {
        if (++level > MAX_LEVELS) {
            report("the script is nested too deeply", "Redis allows " + MAX_LEVELS + " levels of blocks and operands");
            at = tokens.size() - 1;
            lastError = at;
            throw failure;
        }
    }

    void leaveLevel() {
        level--;
    }

    /** Reports the current token, unless an error at it has been reported already. */
    void report(String message, @Nullable String help) {
        boolean missing = at > 0 && (is(TokenKind.EOF) || isFirstOnLine());
        report(missing ? new Span(lastEnd(), lastEnd()) : span(), message, help);
    }

    boolean report(Span span, String message, @Nullable String help) {
        if (at <= lastError) {
            return false;
        }
        lastError = at;
        if (!is(TokenKind.ERROR)) {
            errors.add(new SyntaxError(span, message, help));
        }
        return true;
    }

    SyntaxFailure fail(String message, @Nullable String help) {
        report(message, help);
        return failure;
    }

    /** A failure at the current token itself, wherever it stands. */
    SyntaxFailure failHere(String message, @Nullable String help) {
        report(span(), message, help);
        return failure;
    }

    /** A failure where an error has been reported. */
    SyntaxFailure reported() {
        return failure;
    }

    SyntaxFailure failExpected(String expected, @Nullable String help) {
        return fail(expectedMessage(expected), help);
    }

    String expectedMessage(String expected) {
        return "expected " + expected + ", found " + found();
    }

    void expect(TokenKind kind) {
        expect(kind, null);
    }

    void expect(TokenKind kind, @Nullable String help) {
        if (!accept(kind)) {
            throw failExpected(kind.described(), help);
        }
    }

    /** The name at the cursor, which is consumed. */
    Name name(String what) {
        if (!is(TokenKind.NAME)) {
            boolean reserved = kind().isKeyword() && !isFirstOnLine();
            String help = reserved ? "`" + kind().text + "` is a reserved word" : null;
            throw failExpected(what, help);
        }
        Name name = new Name(tokenText(), span());
        advance();
        return name;
    }

    /** The current token as a message names it. */
    String found() {
        return switch (kind()) {
            case NAME, NUMBER, STRING -> "`" + Excerpt.of(tokenText()) + "`";
            default -> kind().described();
        };
    }

    /**
     * The distance to the closing bracket, or one of two other kinds, of the innermost bracket that is open here; -1 where
     * a statement begins or the search gives up before.
     */
    int distanceToClosing(TokenKind one, TokenKind other, int limit) {
        int depth = 0;
        for (int ahead = 0; ahead < limit; ahead++) {
            TokenKind kind = kind(ahead);
            if (kind.isStatementBoundary() || kind == TokenKind.FUNCTION) {
                return -1;
            }
            if (depth == 0 && (kind == one || kind == other)) {
                return ahead;
            }
            switch (kind) {
                case LEFT_PAREN, LEFT_BRACE, LEFT_BRACKET -> depth++;
                case RIGHT_PAREN, RIGHT_BRACE, RIGHT_BRACKET -> {
                    if (depth-- == 0) {
                        return ahead;
                    }
                }
                default -> {}
            }
        }
        return -1;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            advance();
        }
    }
}
