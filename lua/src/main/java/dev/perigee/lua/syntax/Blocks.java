package dev.perigee.lua.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Closes blocks. When one is left open the error shows only at the end of the script, so this also remembers what tells
 * where the missing {@code end} belongs: the indentation, and an {@code else if}.
 */
final class Blocks {
    private static final int WIDEST_INDENTATION = 200;

    private final Cursor cursor;
    private @Nullable String suspicion;
    private int elseIf = -1;

    Blocks(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Remembers an {@code else if}, which opens a block of its own. */
    void sawElseIf(int offset) {
        elseIf = offset;
    }

    /** Consumes the keyword that closes a block, or reports that it is missing. */
    boolean close(TokenKind closing, TokenKind opening, int open) {
        if (cursor.is(closing)) {
            compareIndentation(opening, open);
            cursor.advance();
            return true;
        }
        int line = cursor.line(open);
        String message = "expected " + closing.described() + " to close " + opening.described() + " at line " + line;
        cursor.report(message + ", found " + cursor.found(), help());
        return false;
    }

    private @Nullable String help() {
        if (suspicion != null) {
            return suspicion;
        }
        return elseIf < 0
                ? null
                : "the `else if` at line " + cursor.line(elseIf)
                        + " needs an end of its own; for one chain, write elseif";
    }

    /**
     * Whether the block that a {@code return} or {@code break} is the last statement of seems to be left open: the next
     * line stands further left and closes nothing.
     */
    boolean endsByIndentation(Statement last) {
        boolean nested = cursor.level() > 1;
        return nested
                && cursor.isFirstOnLine()
                && !cursor.kind().endsBlock()
                && indentation(cursor.start()) < indentation(last.span().start());
    }

    private void compareIndentation(TokenKind opening, int open) {
        if (suspicion != null || !cursor.isFirstOnLine()) {
            return;
        }
        int closingColumn = indentation(cursor.start());
        if (closingColumn < indentation(open)) {
            suspicion = "the " + opening.described() + " at line " + cursor.line(open) + " may lack one: the "
                    + cursor.kind().described() + " at line " + cursor.line(cursor.start()) + " stands further left";
        }
    }

    private int indentation(int offset) {
        int start = cursor.lineStart(offset);
        int column = 0;
        String text = cursor.text();
        while (column < WIDEST_INDENTATION && start + column < offset && isBlank(text.charAt(start + column))) {
            column++;
        }
        return column;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
