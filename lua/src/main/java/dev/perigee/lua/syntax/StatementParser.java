package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The grammar rules of statements, each a method (Lua 5.1 manual, section 8). */
final class StatementParser implements ExpressionParser.FunctionBodies {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final Blocks blocks;
    private final Recovery recovery;
    private final BlockParser blockParser;
    private int loops;

    /**
     * A parser.
     *
     * @param parsed gets each statement of the script that is in no other, as soon as it is parsed
     */
    StatementParser(Cursor cursor, Consumer<Statement> parsed) {
        this.cursor = cursor;
        this.expressions = new ExpressionParser(cursor, this);
        this.blocks = new Blocks(cursor);
        this.recovery = new Recovery(cursor, this);
        this.blockParser = new BlockParser(cursor, this, blocks, recovery, parsed);
    }

    /** The whole script. */
    Block chunk() {
        return blockParser.chunk();
    }

    /** The statements up to what ends a block. */
    Block block() {
        return blockParser.block();
    }

    Statement statement() {
        return switch (cursor.kind()) {
            case IF -> ifStatement();
            case WHILE -> whileStatement();
            case DO -> doStatement();
            case FOR -> forStatement();
            case REPEAT -> repeatStatement();
            case FUNCTION -> functionDeclaration();
            case LOCAL -> localStatement();
            case RETURN -> returnStatement();
            case BREAK -> breakStatement();
            case NAME, LEFT_PAREN -> expressionStatement();
            default -> throw noStatement();
        };
    }

    private Cursor.SyntaxFailure noStatement() {
        return switch (cursor.kind()) {
            case SEMICOLON -> cursor.failHere("an empty statement", "Lua 5.1 has none: remove the `;`");
            case DOUBLE_COLON -> label();
            default -> cursor.failHere(cursor.expectedMessage("a statement"), null);
        };
    }

    private Cursor.SyntaxFailure label() {
        Cursor.SyntaxFailure failure = cursor.failHere("Lua 5.1 has no labels", "use an if, or a loop and break");
        cursor.skip(cursor.kind(2) == TokenKind.DOUBLE_COLON ? 3 : 1);
        return failure;
    }

    private Statement ifStatement() {
        int start = cursor.start();
        Gathering<IfClause> clauses = new Gathering<>();
        do {
            int clauseStart = cursor.start();
            cursor.advance();
            Expression condition = condition(TokenKind.THEN);
            Block block = block();
            clauses.add(new IfClause(condition, block, cursor.spanFrom(clauseStart)));
        } while (cursor.is(TokenKind.ELSEIF));
        Block otherwise = elseBlock();
        while (cursor.is(TokenKind.ELSE) || cursor.is(TokenKind.ELSEIF)) {
            cursor.report(
                    cursor.span(), "`" + cursor.kind().text + "` after `else`", "the `else` block is the last one");
            if (cursor.is(TokenKind.ELSEIF)) {
                cursor.advance();
                condition(TokenKind.THEN);
            } else {
                cursor.advance();
            }
            block();
        }
        blocks.close(TokenKind.END, TokenKind.IF, start);
        return new Statement.If(clauses.list(), otherwise, cursor.spanFrom(start));
    }

    private @Nullable Block elseBlock() {
        if (!cursor.is(TokenKind.ELSE)) {
            return null;
        }
        int elseStart = cursor.start();
        cursor.advance();
        if (cursor.is(TokenKind.IF) && !cursor.isFirstOnLine()) {
            blocks.sawElseIf(elseStart);
        }
        return block();
    }

    /** After an {@code if} of which the head could not be read, from after its {@code then}. */
    void headlessIf(int start) {
        block();
        while (cursor.accept(TokenKind.ELSEIF)) {
            condition(TokenKind.THEN);
            block();
        }
        elseBlock();
        blocks.close(TokenKind.END, TokenKind.IF, start);
    }

    /** A condition and the keyword after it. Reads on after errors in it. */
    private Expression condition(TokenKind keyword) {
        Span at = cursor.span();
        int level = cursor.level();
        Expression condition;
        try {
            condition = expressions.expression();
            while (cursor.is(TokenKind.ASSIGN)) {
                cursor.report("`=` assigns", "Lua compares with ==");
                cursor.advance();
                expressions.expression();
            }
        } catch (Cursor.SyntaxFailure e) {
            cursor.restoreLevel(level);
            recovery.skipHead(keyword);
            condition = new Expression.Nil(at);
        }
        headEnd(keyword);
        return condition;
    }

    private void headEnd(TokenKind keyword) {
        if (cursor.accept(keyword)) {
            return;
        }
        String help = null;
        if (cursor.is(TokenKind.LEFT_BRACE)) {
            help = "blocks stand between " + keyword.text + " and end";
        } else if (cursor.is(TokenKind.THEN) || cursor.is(TokenKind.DO)) {
            help = "if has then; while and for have do";
        }
        boolean other = help != null && !cursor.is(TokenKind.LEFT_BRACE);
        cursor.report(cursor.expectedMessage(keyword.described()), help);
        if (other) {
            cursor.advance();
        } else {
            recovery.skipToHeadEnd(keyword);
        }
    }

    private Statement whileStatement() {
        int start = cursor.start();
        cursor.advance();
        Expression condition = condition(TokenKind.DO);
        Block block = loopBlock();
        blocks.close(TokenKind.END, TokenKind.WHILE, start);
        return new Statement.While(condition, block, cursor.spanFrom(start));
    }

    private Block loopBlock() {
        int before = loops++;
        try {
            return block();
        } finally {
            loops = before;
        }
    }

    private Statement doStatement() {
        int start = cursor.start();
        cursor.advance();
        Block block = block();
        blocks.close(TokenKind.END, TokenKind.DO, start);
        return new Statement.Do(block, cursor.spanFrom(start));
    }

    private Statement repeatStatement() {
        int start = cursor.start();
        cursor.advance();
        Block block = loopBlock();
        if (!blocks.close(TokenKind.UNTIL, TokenKind.REPEAT, start)) {
            throw cursor.reported();
        }
        Expression condition = expressions.expression();
        return new Statement.Repeat(block, condition, cursor.spanFrom(start));
    }

    private Statement forStatement() {
        int start = cursor.start();
        cursor.advance();
        int level = cursor.level();
        ForHead head;
        try {
            head = forHead();
        } catch (Cursor.SyntaxFailure e) {
            cursor.restoreLevel(level);
            recovery.skipHead(TokenKind.DO);
            if (cursor.lastKind() == TokenKind.RIGHT_BRACE && !cursor.is(TokenKind.DO)) {
                throw e;
            }
            head = new ForHead(List.of(new Name("", cursor.span())), List.of(), false);
        }
        headEnd(TokenKind.DO);
        Block block = loopBlock();
        blocks.close(TokenKind.END, TokenKind.FOR, start);
        return head.statement(block, cursor.spanFrom(start));
    }

    private record ForHead(List<Name> variables, List<Expression> values, boolean numeric) {
        Statement statement(Block block, Span span) {
            if (!numeric) {
                return new Statement.GenericFor(variables, values, block, span);
            }
            Expression step = values.size() > 2 ? values.get(2) : null;
            return new Statement.NumericFor(variables.get(0), values.get(0), values.get(1), step, block, span);
        }
    }

    private ForHead forHead() {
        Name first = cursor.name("the name of the loop variable");
        if (cursor.accept(TokenKind.ASSIGN)) {
            List<Expression> values = new ArrayList<>();
            values.add(expressions.expression());
            cursor.expect(TokenKind.COMMA, "a numeric for is written for i = first, last do");
            values.add(expressions.expression());
            if (cursor.accept(TokenKind.COMMA)) {
                values.add(expressions.expression());
            }
            return new ForHead(List.of(first), values, true);
        }
        Gathering<Name> variables = new Gathering<>();
        variables.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            variables.add(cursor.name("the name of a loop variable"));
        }
        if (!cursor.accept(TokenKind.IN)) {
            throw cursor.failExpected(variables.list().size() > 1 ? "`,` or `in`" : "`=`, `,` or `in`", null);
        }
        return new ForHead(variables.list(), expressions.expressionList(), false);
    }

    private Statement functionDeclaration() {
        int start = cursor.start();
        cursor.advance();
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            cursor.report("expected a name, found `(`", "a function without a name is a value: f = function() … end");
            return new Statement.CallStatement(new Expression.Call(functionBody(start, false), List.of(), span(start)));
        }
        int nameStart = cursor.start();
        Expression target = new Expression.Variable(cursor.tokenText(), cursor.span());
        cursor.name("the name of the function");
        boolean method = false;
        while (!method && (cursor.is(TokenKind.DOT) || cursor.is(TokenKind.COLON))) {
            method = cursor.is(TokenKind.COLON);
            cursor.advance();
            Name name = cursor.name("a field name");
            target = new Expression.Field(target, name, cursor.spanFrom(nameStart));
        }
        Expression.Function function = functionBody(start, method);
        return new Statement.FunctionDeclaration(target, function, cursor.spanFrom(start));
    }

    /** A function after a keyword that is none of Lua's. */
    void misspelledFunction(int start) {
        while (cursor.is(TokenKind.NAME) || cursor.is(TokenKind.DOT) || cursor.is(TokenKind.COLON)) {
            cursor.advance();
        }
        if (cursor.is(TokenKind.LEFT_PAREN)) {
            functionBody(start, false);
        }
    }

    private Span span(int start) {
        return cursor.spanFrom(start);
    }

    @Override
    public Expression.Function functionBody(int start, boolean self) {
        ParameterList parameters = ParameterList.read(cursor, recovery, self);
        boolean varargBefore = expressions.setInVarargFunction(parameters.vararg() != null);
        int loopsBefore = loops;
        loops = 0;
        try {
            Block body = block();
            blocks.close(TokenKind.END, TokenKind.FUNCTION, start);
            return new Expression.Function(self, parameters.names(), parameters.vararg(), body, cursor.spanFrom(start));
        } finally {
            loops = loopsBefore;
            expressions.setInVarargFunction(varargBefore);
        }
    }

    private Statement localStatement() {
        int start = cursor.start();
        cursor.advance();
        if (cursor.accept(TokenKind.FUNCTION)) {
            Name name = cursor.name("the name of the function");
            return new Statement.LocalFunction(name, functionBody(start, false), cursor.spanFrom(start));
        }
        Gathering<Name> names = new Gathering<>();
        do {
            names.add(cursor.name("the name of a local variable"));
            skipAttribute();
        } while (cursor.accept(TokenKind.COMMA));
        List<Expression> values = List.of();
        if (cursor.accept(TokenKind.ASSIGN)) {
            values = expressions.expressionList();
        } else if (cursor.is(TokenKind.DOT) || cursor.is(TokenKind.LEFT_BRACKET) || cursor.is(TokenKind.COLON)) {
            throw cursor.failExpected("`=` or `,`", "a local has a plain name: fields are not declared");
        } else if (!cursor.kind().startsStatement()
                && !cursor.isFirstOnLine()
                && cursor.kind().startsExpression()) {
            throw cursor.failExpected("`=` or `,`", null);
        }
        return new Statement.Local(names.list(), values, cursor.spanFrom(start));
    }

    private void skipAttribute() {
        if (cursor.is(TokenKind.LESS) && cursor.kind(1) == TokenKind.NAME && cursor.kind(2) == TokenKind.GREATER) {
            cursor.report("Lua 5.1 has no attributes of locals", "remove `<…>`");
            cursor.skip(3);
        }
    }

    private Statement returnStatement() {
        int start = cursor.start();
        cursor.advance();
        boolean empty = cursor.kind().endsBlock() || cursor.is(TokenKind.SEMICOLON);
        boolean statementFollows = cursor.kind().isStatementBoundary() && cursor.isFirstOnLine();
        List<Expression> values = empty || statementFollows ? List.of() : expressions.expressionList();
        return new Statement.Return(values, cursor.spanFrom(start));
    }

    private Statement breakStatement() {
        Span span = cursor.span();
        if (loops == 0) {
            cursor.report(span, "`break` outside of a loop", "to leave a function, use return");
        }
        cursor.advance();
        return new Statement.Break(span);
    }

    private Statement expressionStatement() {
        int start = cursor.start();
        Expression first = expressions.suffixedExpression();
        boolean assigns = cursor.is(TokenKind.ASSIGN) || cursor.is(TokenKind.COMMA);
        if (first instanceof Expression.Invocation call && !assigns) {
            return new Statement.CallStatement(call);
        }
        if (!assigns) {
            throw recovery.valueAlone(first);
        }
        List<Expression> targets = new ArrayList<>(1);
        requireAssignable(first);
        targets.add(first);
        while (cursor.accept(TokenKind.COMMA)) {
            Expression target = expressions.suffixedExpression();
            if (targets.size() > Cursor.MAX_LEVELS - cursor.level()) {
                throw cursor.fail("too many variables in one assignment", "assign in several statements");
            }
            requireAssignable(target);
            targets.add(target);
        }
        cursor.expect(TokenKind.ASSIGN);
        return new Statement.Assignment(targets, expressions.expressionList(), cursor.spanFrom(start));
    }

    private void requireAssignable(Expression target) {
        if (target instanceof Expression.Invocation) {
            cursor.report(target.span(), "a call cannot be assigned to", null);
        } else if (target instanceof Expression.Parenthesized) {
            cursor.report(
                    target.span(), "an expression in parentheses cannot be assigned to", "remove the parentheses");
        }
    }
}
