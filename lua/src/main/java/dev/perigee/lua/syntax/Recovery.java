package dev.perigee.lua.syntax;

import org.jspecify.annotations.Nullable;

/** Where to read on after a syntax error, so that one mistake gives one error. */
final class Recovery {
    private static final int REACH = 1000;

    private final Cursor cursor;
    private final StatementParser statements;

    Recovery(Cursor cursor, StatementParser statements) {
        this.cursor = cursor;
        this.statements = statements;
    }

    /**
     * Goes from an error in a statement to the next one.
     *
     * @param before the index of the token at which the statement began
     */
    void skipStatement(int before) {
        boolean elseif = Misspellings.meansElseif(cursor.textOf(before));
        if (!isAtStatement(before)) {
            skipBrackets();
        }
        while (!cursor.kind().isStatementBoundary() && !isAtStatement(before)) {
            boolean headEnds = cursor.is(TokenKind.THEN) && cursor.index() > before;
            int start = cursor.start();
            TokenKind skipped = cursor.kind();
            cursor.advance();
            if (skipped == TokenKind.SEMICOLON || (headEnds && elseif)) {
                return;
            }
            if (headEnds) {
                statements.headlessIf(start);
                return;
            }
            if (skipped == TokenKind.FUNCTION) {
                statements.functionBody(start, false);
            }
        }
    }

    private boolean isAtStatement(int before) {
        if (cursor.index() == before) {
            return false;
        }
        return (cursor.is(TokenKind.NAME) && cursor.isFirstOnLine())
                || (cursor.is(TokenKind.FUNCTION) && cursor.kind(1) == TokenKind.NAME);
    }

    private void skipBrackets() {
        int distance;
        do {
            distance = cursor.distanceToClosing(TokenKind.RIGHT_PAREN, TokenKind.RIGHT_PAREN, REACH);
            cursor.skip(distance + 1);
        } while (distance >= 0);
    }

    /** After an error in the head of a block: goes to the keyword that ends it, or the end of the line. */
    void skipHead(TokenKind keyword) {
        while (!cursor.is(keyword)
                && !cursor.isFirstOnLine()
                && !cursor.kind().isStatementBoundary()
                && !cursor.is(TokenKind.EOF)) {
            cursor.advance();
        }
    }

    /** Where the keyword that ends a head is missing: goes behind it, if it comes later in the line. */
    void skipToHeadEnd(TokenKind keyword) {
        int ahead = 0;
        while (ahead < REACH
                && cursor.kind(ahead) != keyword
                && !cursor.kind(ahead).isStatementBoundary()
                && !cursor.isFirstOnLine(ahead)) {
            ahead++;
        }
        if (cursor.kind(ahead) == keyword && !cursor.isFirstOnLine(ahead)) {
            cursor.skip(ahead + 1);
        } else {
            cursor.accept(TokenKind.LEFT_BRACE);
        }
    }

    /** After an error in a parameter list: goes behind it, or to the end of the line. */
    void skipParameters() {
        while (!cursor.isFirstOnLine()
                && !cursor.kind().isStatementBoundary()
                && !cursor.accept(TokenKind.RIGHT_PAREN)) {
            cursor.advance();
        }
    }

    /** Goes to the first token of the next line. */
    void skipLine() {
        while (!cursor.isFirstOnLine() && !cursor.is(TokenKind.EOF)) {
            cursor.advance();
        }
    }

    /** Reports an expression that stands where a statement should. */
    Cursor.SyntaxFailure valueAlone(Expression value) {
        if (value instanceof Expression.Variable variable) {
            String name = variable.name();
            String help = Misspellings.helpFor(name);
            if (help != null && !cursor.kind().isOperatorOrDot()) {
                cursor.report(value.span(), "`" + name + "` is no statement", help);
                skipOperandOfGoto(name);
                if (help.contains(TokenKind.FUNCTION.text)) {
                    statements.misspelledFunction(value.span().start());
                }
                return cursor.reported();
            }
        }
        if (cursor.is(TokenKind.PLUS) && cursor.kind(1) == TokenKind.PLUS && cursor.nextIsAdjacent()) {
            cursor.report("Lua has no `++`", "write x = x + 1");
            cursor.skip(2);
            return cursor.reported();
        }
        return cursor.failExpected("`=` or a call", helpForValue());
    }

    private void skipOperandOfGoto(String name) {
        if (name.equals("goto") && !cursor.isFirstOnLine()) {
            cursor.accept(TokenKind.NAME);
        }
    }

    private @Nullable String helpForValue() {
        if (cursor.is(TokenKind.EQUAL)) {
            return "one = assigns";
        }
        return cursor.is(TokenKind.COLON) ? null : "a value alone is no statement";
    }
}
