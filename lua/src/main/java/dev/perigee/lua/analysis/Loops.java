package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Loop;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.Name;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.syntax.Statement;
import dev.perigee.lua.syntax.UnaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates loops. What the variables hold at the beginning of any round is found by trial, without recording, and made
 * general where it does not settle; then the body is gone through once for the facts.
 */
final class Loops {
    private static final int MOST_DEPTH = 3;

    private final Evaluation evaluation;

    Loops(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    void whileLoop(Statement.While loop, State state) {
        Boolean constant = truth(loop.condition());
        Counts before = counts();
        boolean left = repeat(loop.span().start(), state, round -> {
            evaluation.conditions.branch(loop.condition(), round);
            evaluation.conditions.refine(loop.condition(), true, round);
            evaluation.statements.block(loop.block(), round);
        });
        boolean endless = Boolean.TRUE.equals(constant);
        boolean unchanged =
                constant == null && isUnchanged(loop.condition(), loop.span().start());
        record(
                endless,
                unchanged,
                before,
                new Span(loop.span().start(), loop.span().start() + "while".length()));
        if (endless && !left) {
            state.end();
        } else if (!left) {
            evaluation.conditions.refine(loop.condition(), false, state);
        }
    }

    void repeat(Statement.Repeat loop, State state) {
        Boolean constant = truth(loop.condition());
        Counts before = counts();
        boolean[] ended = new boolean[1];
        boolean left = repeat(loop.span().start(), state, round -> {
            evaluation.statements.block(loop.block(), round);
            ended[0] = round.isEnded();
            evaluation.conditions.branch(loop.condition(), round);
        });
        boolean endless = Boolean.FALSE.equals(constant);
        boolean unchanged =
                constant == null && isUnchanged(loop.condition(), loop.span().start());
        record(
                endless,
                unchanged,
                before,
                new Span(loop.span().start(), loop.span().start() + "repeat".length()));
        if ((endless || ended[0]) && !left) {
            state.end();
        }
    }

    /** How much of what may end a loop there was before it. */
    private record Counts(int commands, int exits, int calls) {}

    private Counts counts() {
        Recorder recorder = evaluation.recorder;
        return new Counts(recorder.commandCount(), recorder.exitCount(), recorder.invocationCount());
    }

    private void record(boolean endless, boolean unchanged, Counts before, Span span) {
        Counts after = counts();
        evaluation.recorder.loop(new Loop(
                endless,
                unchanged && after.calls == before.calls,
                after.commands > before.commands,
                after.exits > before.exits,
                span));
    }

    /** Whether a condition is the same in each round: it compares local variables, which the loop leaves as they are. */
    private boolean isUnchanged(Expression condition, int loop) {
        boolean read = false;
        Deque<Expression> rest = new ArrayDeque<>(List.of(condition));
        for (Expression part = rest.poll(); part != null; part = rest.poll()) {
            if (part instanceof Expression.Variable variable) {
                Local local = evaluation.locals.used(variable.span().start());
                if (local == null || !evaluation.locals.isSameIn(loop, local)) {
                    return false;
                }
                read = true;
            } else if (part instanceof Expression.Parenthesized parenthesized) {
                rest.push(parenthesized.inner());
            } else if (part instanceof Expression.Unary unary && unary.operator() != UnaryOperator.LENGTH) {
                rest.push(unary.operand());
            } else if (part instanceof Expression.Binary binary) {
                rest.push(binary.left());
                rest.push(binary.right());
            } else if (!isLiteral(part)) {
                return false;
            }
        }
        return read;
    }

    private static boolean isLiteral(Expression expression) {
        return expression instanceof Expression.NumberLiteral
                || expression instanceof Expression.StringLiteral
                || expression instanceof Expression.BooleanLiteral
                || expression instanceof Expression.Nil;
    }

    private static @Nullable Boolean truth(Expression condition) {
        Expression inner = WholeDivision.withoutParentheses(condition);
        if (inner instanceof Expression.BooleanLiteral literal) {
            return literal.value();
        } else if (inner instanceof Expression.Nil) {
            return false;
        }
        boolean constant = inner instanceof Expression.NumberLiteral || inner instanceof Expression.StringLiteral;
        return constant ? Boolean.TRUE : null;
    }

    void numericFor(Statement.NumericFor loop, State state) {
        Value start = evaluation.expressions.value(loop.start(), state);
        Value limit = evaluation.expressions.value(loop.limit(), state);
        Expression stepText = loop.step();
        Value step = stepText == null ? Value.of(Atom.Numeric.of(1)) : evaluation.expressions.value(stepText, state);
        boolean whole = isWhole(start) && isWhole(step);
        Atom.Numeric.Kind kind = whole ? Atom.Numeric.Kind.WHOLE : Atom.Numeric.Kind.ANY;
        boolean early = start.constant() != null && start.constant() < 1;
        Value variable = Value.of(
                early
                        ? Atom.Numeric.from(
                                new Source.Counter(
                                        loop.variable().text(), loop.span().start()),
                                kind)
                        : Atom.Numeric.of(kind));
        List<Argument> bounds = new ArrayList<>(List.of(
                new Argument(start, loop.start().span()),
                new Argument(limit, loop.limit().span())));
        if (stepText != null) {
            bounds.add(new Argument(step, stepText.span()));
        }
        evaluation.recorder.arithmetic("for", bounds, variable, loop.span());
        Local local = evaluation.locals.declared(loop.variable().span().start());
        repeat(loop.span().start(), state, round -> {
            evaluation.set(local, variable, round);
            evaluation.statements.block(loop.block(), round);
        });
    }

    private static boolean isWhole(Value value) {
        return value.single() instanceof Atom.Numeric number && number.kind() == Atom.Numeric.Kind.WHOLE;
    }

    void genericFor(Statement.GenericFor loop, State state) {
        Values values = evaluation.expressions.values(loop.values(), state);
        Iteration iteration = Iteration.of(loop.values(), evaluation, state);
        if (iteration == null) {
            evaluation.statements.checkIterator(values, loop);
            evaluation.escape(values);
        }
        // The iterator is called.
        evaluation.recorder.invocation();
        repeat(loop.span().start(), state, round -> {
            List<Name> names = loop.variables();
            for (int i = 0; i < names.size(); i++) {
                Value value = iteration == null ? Value.ANY : iteration.variable(i);
                evaluation.set(evaluation.locals.declared(names.get(i).span().start()), value, round);
            }
            evaluation.statements.block(loop.block(), round);
        });
    }

    /** Evaluates a loop's body; says whether it can be left by a break. */
    private boolean repeat(int loop, State state, Consumer<State> body) {
        Set<Local> assigned = evaluation.locals.assignedIn(loop);
        boolean precise = evaluation.frame().loopDepth() < MOST_DEPTH && evaluation.hasBudget();
        if (!precise) {
            for (Local local : assigned) {
                evaluation.set(local, Value.ANY, state);
            }
        } else if (!assigned.isEmpty()) {
            evaluation.recorder.beSilent();
            settle(assigned, state, pass(assigned, state, body).values(), false);
            settle(assigned, state, pass(assigned, state, body).values(), true);
            evaluation.recorder.record();
        }
        Frame.LoopPass last = pass(assigned, state, body);
        settle(assigned, state, last.values(), false);
        return last.isLeft();
    }

    private Frame.LoopPass pass(Set<Local> assigned, State state, Consumer<State> body) {
        State round = state.fork();
        Frame.LoopPass pass = evaluation.frame().enterLoop(assigned);
        try {
            body.accept(round);
            pass.end(round);
        } finally {
            evaluation.frame().leaveLoop();
        }
        state.joinSlots(round);
        return pass;
    }

    /** What the variables hold before any round: what they held before the first, or what a round gave them. */
    private void settle(Set<Local> assigned, State state, Map<Local, Value> given, boolean widen) {
        for (Local local : assigned) {
            Value before = state.get(local);
            Value after = given.get(local);
            if (before == null || after == null || local.isShared()) {
                continue;
            }
            Value both = TableJoins.joined(before, after);
            if (!both.equals(before)) {
                evaluation.set(local, widen ? TableJoins.widened(both) : both, state);
            }
        }
    }
}
