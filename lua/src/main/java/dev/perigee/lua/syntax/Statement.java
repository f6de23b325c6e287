package dev.perigee.lua.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is executed. The span does not include a semicolon that follows. */
public sealed interface Statement extends Node {

    /** {@code local names = values}; without values there is no {@code =}. */
    record Local(List<Name> names, List<Expression> values, Span span) implements Statement {
        public Local {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }
    }

    /** {@code local function name…}; the name is visible in the function itself. */
    record LocalFunction(Name name, Expression.Function function, Span span) implements Statement {}

    /**
     * {@code function target…}.
     *
     * @param target a variable, or fields of one; for {@code function a:b()} the field {@code b} of {@code a}
     */
    record FunctionDeclaration(Expression target, Expression.Function function, Span span) implements Statement {}

    /** {@code targets = values}; a target is a variable, a field or an index. */
    record Assignment(List<Expression> targets, List<Expression> values, Span span) implements Statement {
        public Assignment {
            targets = List.copyOf(targets);
            values = List.copyOf(values);
        }
    }

    /** A call of which the results are dropped. */
    record CallStatement(Expression.Invocation call) implements Statement {
        @Override
        public Span span() {
            return call.span();
        }
    }

    record Do(Block block, Span span) implements Statement {}

    record While(Expression condition, Block block, Span span) implements Statement {}

    /** {@code repeat block until condition}; the block's locals are visible in the condition. */
    record Repeat(Block block, Expression condition, Span span) implements Statement {}

    /**
     * {@code if … elseif … else … end}.
     *
     * @param clauses at least one
     * @param otherwise the {@code else} block
     */
    record If(List<IfClause> clauses, @Nullable Block otherwise, Span span) implements Statement {
        public If {
            clauses = List.copyOf(clauses);
        }
    }

    /** {@code for variable = start, limit, step do block end}. */
    record NumericFor(
            Name variable,
            Expression start,
            Expression limit,
            @Nullable Expression step,
            Block block,
            Span span) implements Statement {}

    /** {@code for variables in values do block end}. */
    record GenericFor(List<Name> variables, List<Expression> values, Block block, Span span) implements Statement {
        public GenericFor {
            variables = List.copyOf(variables);
            values = List.copyOf(values);
        }
    }

    record Return(List<Expression> values, Span span) implements Statement {
        public Return {
            values = List.copyOf(values);
        }
    }

    record Break(Span span) implements Statement {}
}
