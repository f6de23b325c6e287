package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Block;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.IfClause;
import dev.perigee.lua.syntax.Name;
import dev.perigee.lua.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** Walks statements in the order of the text, with the local variables in scope. */
final class StatementWalk {
    private final Findings findings;
    private final Scope scope = new Scope();
    private final ExpressionWalk expressions;

    StatementWalk(Findings findings) {
        this.findings = findings;
        this.expressions = new ExpressionWalk(findings, this, scope);
    }

    void block(Block block) {
        int mark = scope.enter();
        statements(block);
        scope.leave(mark);
    }

    private void statements(Block block) {
        block.statements().forEach(this::statement);
    }

    void function(Expression.Function function) {
        int mark = scope.enter();
        if (function.self()) {
            scope.declare("self", Meaning.OTHER);
        }
        function.parameters().forEach(this::declare);
        if (function.vararg() != null) {
            scope.declare("arg", Meaning.OTHER);
        }
        statements(function.body());
        scope.leave(mark);
    }

    private void declare(Name name) {
        scope.declare(name.text(), Meaning.OTHER);
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Local local) {
            local(local);
        } else if (statement instanceof Statement.CallStatement call) {
            expressions.value(call.call());
        } else if (statement instanceof Statement.Assignment assignment) {
            assignment.targets().forEach(expressions::target);
            expressions.values(assignment.values());
        } else if (statement instanceof Statement.Return result) {
            expressions.values(result.values());
        } else if (statement instanceof Statement.LocalFunction local) {
            declare(local.name());
            function(local.function());
        } else if (statement instanceof Statement.FunctionDeclaration declaration) {
            expressions.target(declaration.target());
            function(declaration.function());
        } else {
            compound(statement);
        }
    }

    private void compound(Statement statement) {
        if (statement instanceof Statement.If branches) {
            branches(branches);
        } else if (statement instanceof Statement.Do body) {
            block(body.block());
        } else if (statement instanceof Statement.While loop) {
            expressions.value(loop.condition());
            block(loop.block());
        } else if (statement instanceof Statement.Repeat loop) {
            int mark = scope.enter();
            statements(loop.block());
            expressions.value(loop.condition());
            scope.leave(mark);
        } else if (statement instanceof Statement.NumericFor loop) {
            numericFor(loop);
        } else if (statement instanceof Statement.GenericFor loop) {
            expressions.values(loop.values());
            forBlock(loop.variables(), loop.block());
        }
    }

    private void branches(Statement.If branches) {
        for (IfClause clause : branches.clauses()) {
            expressions.value(clause.condition());
            block(clause.block());
        }
        Block otherwise = branches.otherwise();
        if (otherwise != null) {
            block(otherwise);
        }
    }

    private void numericFor(Statement.NumericFor loop) {
        expressions.value(loop.start());
        expressions.value(loop.limit());
        Expression step = loop.step();
        if (step != null) {
            expressions.value(step);
        }
        forBlock(List.of(loop.variable()), loop.block());
    }

    private void forBlock(List<Name> variables, Block block) {
        int mark = scope.enter();
        variables.forEach(this::declare);
        statements(block);
        scope.leave(mark);
    }

    private void local(Statement.Local local) {
        List<Meaning> meanings = new ArrayList<>();
        for (Expression value : local.values()) {
            meanings.add(expressions.meaning(value));
        }
        for (int i = 0; i < meanings.size(); i++) {
            if (i >= local.names().size() || !canBeAlias(meanings.get(i))) {
                findings.lose(meanings.get(i));
                meanings.set(i, Meaning.OTHER);
            }
        }
        for (int i = 0; i < local.names().size(); i++) {
            Meaning meaning = i < meanings.size() ? meanings.get(i) : Meaning.OTHER;
            scope.declare(local.names().get(i).text(), meaning);
        }
    }

    private static boolean canBeAlias(Meaning meaning) {
        return meaning.what() == Meaning.What.REDIS || meaning.what() == Meaning.What.CALL;
    }
}
