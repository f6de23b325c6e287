package dev.perigee.lua.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar rule of a parameter list with its parentheses. */
record ParameterList(List<Name> names, @Nullable Span vararg) {

    static ParameterList read(Cursor cursor, Recovery recovery, boolean self) {
        Gathering<Name> names = new Gathering<>();
        Span vararg = null;
        try {
            cursor.expect(TokenKind.LEFT_PAREN, helpForName(cursor, self));
            boolean more = !cursor.is(TokenKind.RIGHT_PAREN);
            while (more) {
                if (cursor.is(TokenKind.DOTS)) {
                    vararg = cursor.span();
                    cursor.advance();
                    more = false;
                } else {
                    names.add(cursor.name("a parameter name or `...`"));
                    more = cursor.accept(TokenKind.COMMA) || missingComma(cursor);
                }
            }
            cursor.expect(TokenKind.RIGHT_PAREN, vararg == null ? null : "`...` is the last parameter");
        } catch (Cursor.SyntaxFailure e) {
            recovery.skipParameters();
        }
        return new ParameterList(names.list(), vararg);
    }

    private static @Nullable String helpForName(Cursor cursor, boolean self) {
        if (!cursor.is(TokenKind.DOT) && !cursor.is(TokenKind.COLON)) {
            return null;
        }
        return self ? "only the last name follows a colon" : "a local function has a plain name";
    }

    private static boolean missingComma(Cursor cursor) {
        boolean missing = cursor.is(TokenKind.NAME) && !cursor.isFirstOnLine();
        if (missing) {
            cursor.report(cursor.expectedMessage("`,` or `)`"), null);
        }
        return missing;
    }
}
