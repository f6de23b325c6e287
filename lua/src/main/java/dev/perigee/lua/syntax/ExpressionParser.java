package dev.perigee.lua.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The grammar rules of expressions, each a method (Lua 5.1 manual, section 8). */
final class ExpressionParser {

    /** Parses a function from its parameter list to its {@code end}. */
    interface FunctionBodies {
        Expression.Function functionBody(int start, boolean self);
    }

    private static final int RECOVERY_REACH = 1000;

    private final Cursor cursor;
    private final FunctionBodies functions;
    /** The values of the literals, each kept once. */
    private final Map<LuaString, LuaString> strings = new HashMap<>();

    private boolean inVarargFunction = true;
    private int unambiguousCall = -1;

    ExpressionParser(Cursor cursor, FunctionBodies functions) {
        this.cursor = cursor;
        this.functions = functions;
    }

    /** Says whether {@code ...} is legal from here on; returns whether it was until now. */
    boolean setInVarargFunction(boolean vararg) {
        boolean before = inVarargFunction;
        inVarargFunction = vararg;
        return before;
    }

    List<Expression> expressionList() {
        Expression first = expression();
        if (!cursor.is(TokenKind.COMMA)) {
            return List.of(first);
        }
        Gathering<Expression> list = new Gathering<>();
        list.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            list.add(expression());
        }
        return list.list();
    }

    Expression expression() {
        return subexpression(0);
    }

    private Expression subexpression(int limit) {
        cursor.enterLevel();
        int start = cursor.start();
        UnaryOperator unary = cursor.kind().unary;
        Expression left;
        if (unary != null) {
            cursor.advance();
            Expression operand = subexpression(UnaryOperator.PRECEDENCE);
            left = new Expression.Unary(unary, operand, cursor.spanFrom(start));
        } else {
            left = simpleExpression();
        }
        BinaryOperator operator = cursor.kind().binary;
        while (operator != null && operator.left() > limit) {
            Span operatorSpan = cursor.span();
            cursor.advance();
            Expression right = subexpression(operator.right());
            left = new Expression.Binary(operator, left, right, operatorSpan, cursor.spanFrom(start));
            operator = cursor.kind().binary;
        }
        cursor.leaveLevel();
        return left;
    }

    private Expression simpleExpression() {
        Expression literal;
        switch (cursor.kind()) {
            case NUMBER ->
                literal = new Expression.NumberLiteral(
                        Numerals.value(cursor.tokenText()).orElse(Double.NaN), cursor.span());
            case STRING -> literal = string();
            case NIL -> literal = new Expression.Nil(cursor.span());
            case TRUE -> literal = new Expression.BooleanLiteral(true, cursor.span());
            case FALSE -> literal = new Expression.BooleanLiteral(false, cursor.span());
            case DOTS -> literal = vararg();
            case LEFT_BRACE -> {
                return tableConstructor();
            }
            case FUNCTION -> {
                int start = cursor.start();
                cursor.advance();
                return functions.functionBody(start, false);
            }
            default -> {
                return suffixedExpression();
            }
        }
        cursor.advance();
        return literal;
    }

    private Expression.StringLiteral string() {
        Span span = cursor.span();
        LuaString value = StringLiterals.value(cursor.text(), span.start(), span.end());
        return new Expression.StringLiteral(strings.computeIfAbsent(value, first -> first), span);
    }

    private Expression vararg() {
        if (!inVarargFunction) {
            cursor.report(
                    cursor.span(),
                    "`...` outside of a function that takes it",
                    "add ... to the parameters of the function, or copy it to a local outside");
        }
        return new Expression.Vararg(cursor.span());
    }

    private Expression prefixExpression() {
        int start = cursor.start();
        if (cursor.is(TokenKind.NAME)) {
            Expression variable = new Expression.Variable(cursor.tokenText(), cursor.span());
            cursor.advance();
            return variable;
        }
        if (!cursor.accept(TokenKind.LEFT_PAREN)) {
            throw cursor.failExpected("an expression", missingOperandHelp());
        }
        Expression inner = expression();
        closeBracket(TokenKind.RIGHT_PAREN, TokenKind.LEFT_PAREN, start, "");
        return new Expression.Parenthesized(inner, cursor.spanFrom(start));
    }

    private @Nullable String missingOperandHelp() {
        return switch (cursor.kind()) {
            case ASSIGN -> "Lua compares with ==";
            case PLUS -> "Lua has no unary + and no ++";
            case LEFT_BRACKET -> "a table constructor stands in { and }";
            default -> null;
        };
    }

    /** A name or parenthesized expression with its suffixes. */
    Expression suffixedExpression() {
        int start = cursor.start();
        Expression prefix = prefixExpression();
        while (true) {
            switch (cursor.kind()) {
                case DOT -> {
                    cursor.advance();
                    Name name = cursor.name("a field name");
                    prefix = new Expression.Field(prefix, name, cursor.spanFrom(start));
                }
                case LEFT_BRACKET -> {
                    Expression key = key();
                    prefix = new Expression.Index(prefix, key, cursor.spanFrom(start));
                }
                case COLON -> {
                    cursor.advance();
                    Name method = cursor.name("a method name");
                    List<Expression> arguments = arguments();
                    prefix = new Expression.MethodCall(prefix, method, arguments, cursor.spanFrom(start));
                }
                case LEFT_PAREN, STRING, LEFT_BRACE -> {
                    List<Expression> arguments = arguments();
                    prefix = new Expression.Call(prefix, arguments, cursor.spanFrom(start));
                }
                default -> {
                    return prefix;
                }
            }
        }
    }

    private Expression key() {
        int open = cursor.start();
        cursor.advance();
        Expression key = expression();
        closeBracket(TokenKind.RIGHT_BRACKET, TokenKind.LEFT_BRACKET, open, "");
        return key;
    }

    private List<Expression> arguments() {
        switch (cursor.kind()) {
            case STRING -> {
                Expression argument = string();
                cursor.advance();
                return List.of(argument);
            }
            case LEFT_BRACE -> {
                return List.of(tableConstructor());
            }
            case LEFT_PAREN -> {
                return parenthesizedArguments();
            }
            default -> throw cursor.failExpected("the arguments of a call", "a method is called: object:method(…)");
        }
    }

    private List<Expression> parenthesizedArguments() {
        if (cursor.isFirstOnLine() && cursor.index() != unambiguousCall) {
            cursor.report(
                    cursor.span(),
                    "ambiguous: a call of what stands before, or a new statement",
                    "for a call, put `(` on the line before; for a new statement, end that line with ;");
        }
        int open = cursor.start();
        cursor.advance();
        if (cursor.accept(TokenKind.RIGHT_PAREN)) {
            return List.of();
        }
        Gathering<Expression> arguments = new Gathering<>();
        int level = cursor.level();
        try {
            do {
                arguments.add(expression());
            } while (cursor.accept(TokenKind.COMMA) || missingComma("`,` or `)`"));
        } catch (Cursor.SyntaxFailure e) {
            cursor.restoreLevel(level);
            if (!skipTo(TokenKind.RIGHT_PAREN, TokenKind.RIGHT_PAREN)) {
                throw e;
            }
        }
        closeBracket(TokenKind.RIGHT_PAREN, TokenKind.LEFT_PAREN, open, "`,` or ");
        return arguments.list();
    }

    private boolean missingComma(String expected) {
        if (!cursor.kind().startsExpression() || cursor.isFirstOnLine()) {
            return false;
        }
        cursor.report(cursor.expectedMessage(expected), null);
        return true;
    }

    /** After an error inside brackets: goes to a token of these kinds, or the closing bracket, if one is near. */
    private boolean skipTo(TokenKind one, TokenKind other) {
        int distance = cursor.distanceToClosing(one, other, RECOVERY_REACH);
        if (distance >= 0) {
            cursor.skip(distance);
        }
        return distance >= 0;
    }

    private void closeBracket(TokenKind closing, TokenKind opening, int open, String alternatives) {
        if (cursor.accept(closing)) {
            return;
        }
        int line = cursor.line(open);
        String where =
                line == cursor.line(cursor.start()) ? "" : " to close " + opening.described() + " at line " + line;
        String help = cursor.is(TokenKind.ASSIGN) ? "Lua compares with ==" : null;
        throw cursor.failExpected(alternatives + closing.described() + where, help);
    }

    private Expression tableConstructor() {
        int open = cursor.start();
        cursor.advance();
        Gathering<TableField> fields = new Gathering<>();
        int level = cursor.level();
        while (!cursor.is(TokenKind.RIGHT_BRACE)) {
            try {
                fields.add(field());
                if (!fieldSeparator()) {
                    break;
                }
            } catch (Cursor.SyntaxFailure e) {
                cursor.restoreLevel(level);
                if (!skipTo(TokenKind.COMMA, TokenKind.SEMICOLON)) {
                    throw e;
                }
                if (!cursor.accept(TokenKind.COMMA) && !cursor.accept(TokenKind.SEMICOLON)) {
                    break;
                }
            }
        }
        closeBracket(TokenKind.RIGHT_BRACE, TokenKind.LEFT_BRACE, open, "`,` or ");
        return new Expression.TableConstructor(fields.list(), cursor.spanFrom(open));
    }

    private boolean fieldSeparator() {
        if (cursor.accept(TokenKind.COMMA) || cursor.accept(TokenKind.SEMICOLON)) {
            return true;
        }
        boolean nextField = cursor.is(TokenKind.LEFT_BRACKET)
                || (cursor.is(TokenKind.NAME) && cursor.kind(1) == TokenKind.ASSIGN)
                || (cursor.kind().startsExpression() && !cursor.isFirstOnLine());
        if (nextField) {
            cursor.report(cursor.expectedMessage("`,` or `}`"), null);
        }
        return nextField;
    }

    private TableField field() {
        int start = cursor.start();
        if (cursor.is(TokenKind.LEFT_BRACKET)) {
            Expression key = key();
            cursor.expect(TokenKind.ASSIGN);
            Expression value = expression();
            return new TableField.Keyed(key, value, cursor.spanFrom(start));
        }
        if (!cursor.is(TokenKind.NAME)) {
            return positional();
        }
        boolean colon = cursor.kind(1) == TokenKind.COLON && cursor.kind(2) != TokenKind.NAME;
        if (cursor.kind(1) == TokenKind.ASSIGN || colon) {
            Name name = cursor.name("a field name");
            if (colon) {
                cursor.report(cursor.expectedMessage("`=`"), "a field is written name = value");
            }
            cursor.advance();
            Expression value = expression();
            return new TableField.Named(name, value, cursor.spanFrom(start));
        }
        // Lua has read the token after the name already, and so takes both to be on one line.
        unambiguousCall = cursor.index() + 1;
        return positional();
    }

    private TableField positional() {
        Expression value = expression();
        if (cursor.is(TokenKind.COLON) || cursor.is(TokenKind.ASSIGN)) {
            cursor.report(cursor.expectedMessage("`,` or `}`"), "a field is written name = value or [key] = value");
            cursor.advance();
            return new TableField.Positional(expression());
        }
        return new TableField.Positional(value);
    }
}
