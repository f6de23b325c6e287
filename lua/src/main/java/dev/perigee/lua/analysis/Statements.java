package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.InvalidCall;
import dev.perigee.lua.facts.MissingValue;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.syntax.Block;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.IfClause;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.Name;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.syntax.Statement;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluates statements in the order in which they run. */
final class Statements {
    private static final int MOST_CLAUSES = 32;

    private final Evaluation evaluation;
    private final Loops loops;
    private final SeveralResults severalResults;

    Statements(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.loops = new Loops(evaluation);
        this.severalResults = new SeveralResults(evaluation);
    }

    void block(Block block, State state) {
        for (Statement statement : block.statements()) {
            statement(statement, state);
        }
    }

    private void statement(Statement statement, State state) {
        boolean outer = evaluation.recorder.setRuledOut(state.isRuledOut());
        evaluate(statement, state);
        evaluation.recorder.setRuledOut(outer);
    }

    private void evaluate(Statement statement, State state) {
        evaluation.step();
        if (statement instanceof Statement.Local local) {
            local(local, state);
        } else if (statement instanceof Statement.CallStatement call) {
            evaluation.expressions.several(call.call(), state);
        } else if (statement instanceof Statement.Assignment assignment) {
            assignment(assignment, state);
        } else if (statement instanceof Statement.Return result) {
            result(result, state);
        } else if (statement instanceof Statement.LocalFunction local) {
            evaluation.meet(local.function(), state);
            Local variable = evaluation.locals.declared(local.name().span().start());
            evaluation.declare(variable, Value.of(new Atom.Closure(local.function())), state);
        } else if (statement instanceof Statement.FunctionDeclaration declaration) {
            evaluation.meet(declaration.function(), state);
            target(declaration.target(), Value.of(new Atom.Closure(declaration.function())), state);
        } else {
            compound(statement, state);
        }
    }

    private void compound(Statement statement, State state) {
        if (statement instanceof Statement.If branches) {
            branches(branches, state);
        } else if (statement instanceof Statement.Do body) {
            block(body.block(), state);
            forget(body.block(), state);
        } else if (statement instanceof Statement.While loop) {
            loops.whileLoop(loop, state);
        } else if (statement instanceof Statement.Repeat loop) {
            loops.repeat(loop, state);
        } else if (statement instanceof Statement.NumericFor loop) {
            loops.numericFor(loop, state);
        } else if (statement instanceof Statement.GenericFor loop) {
            loops.genericFor(loop, state);
        } else if (statement instanceof Statement.Break) {
            leave(state);
        }
    }

    /** Forgets the variables of a block that has ended, so that a long script does not keep all it ever had. */
    private void forget(Block block, State state) {
        for (Statement statement : block.statements()) {
            if (statement instanceof Statement.Local local) {
                local.names().forEach(name -> forget(name, state));
            } else if (statement instanceof Statement.LocalFunction local) {
                forget(local.name(), state);
            }
        }
    }

    private void forget(Name name, State state) {
        state.forget(evaluation.locals.declared(name.span().start()));
    }

    private void leave(State state) {
        evaluation.recorder.exit();
        Frame.LoopPass loop = evaluation.frame().innermostLoop();
        if (loop != null) {
            loop.leave(state);
        }
        state.end();
    }

    private void local(Statement.Local local, State state) {
        Values values = evaluation.expressions.values(local.values(), state);
        for (int i = 0; i < local.names().size(); i++) {
            Name name = local.names().get(i);
            Local variable = evaluation.locals.declared(name.span().start());
            Value value = i < values.known().size() || !values.isOpen() ? values.get(i) : Value.ANY;
            if (i < local.values().size()) {
                value = evaluation.tables.shared(value, local.values().get(i), variable.isMutated(), state);
            }
            evaluation.declare(variable, RandomTexts.named(name.text(), value), state);
            name(name, value);
        }
        secondValue(local, values, state);
        for (int i = local.names().size(); i < values.known().size(); i++) {
            evaluation.escape(values.known().get(i).value());
        }
    }

    /** {@code local reply, err = redis.pcall(…)}, as if it gave whether it went well besides. */
    private void secondValue(Statement.Local local, Values values, State state) {
        int given = values.known().size();
        boolean one = !values.isOpen()
                && given == local.values().size()
                && given < local.names().size();
        if (!one || given == 0 || !(local.values().get(given - 1) instanceof Expression.Call call)) {
            return;
        }
        Name name = local.names().get(given);
        boolean meant = !name.text().startsWith("_")
                && !evaluation.locals.declared(name.span().start()).isReassigned();
        evaluation.recorder.beSilent();
        Value callee = evaluation.expressions.value(call.function(), state);
        evaluation.recorder.record();
        if (meant && callee.single() instanceof Atom.Builtin builtin && Sandbox.isCommandCall(builtin.name())) {
            evaluation.recorder.missing(MissingValue.Kind.SECOND_VALUE, builtin.name(), name.text(), name.span());
        }
    }

    /** Keeps the name that the script gives to an input. */
    private void name(Name name, Value value) {
        for (Atom atom : value.atoms()) {
            Source source = null;
            if (atom instanceof Atom.Text text) {
                source = text.only();
            } else if (atom instanceof Atom.Numeric number && !number.shifted()) {
                source = number.source();
            }
            if (source instanceof Source.Key key && key.index() > 0) {
                evaluation.recorder.name(Atom.Inputs.Array.KEYS, key.index(), name.text(), name.span());
            } else if (source instanceof Source.Argument argument && argument.index() > 0) {
                evaluation.recorder.name(Atom.Inputs.Array.ARGV, argument.index(), name.text(), name.span());
            }
        }
    }

    private void assignment(Statement.Assignment assignment, State state) {
        Values values = evaluation.expressions.values(assignment.values(), state);
        for (int i = 0; i < assignment.targets().size(); i++) {
            Value value = i < values.known().size() || !values.isOpen() ? values.get(i) : Value.ANY;
            if (i < assignment.values().size()) {
                Local variable = evaluation.tables.local(assignment.targets().get(i));
                boolean mutated = variable != null && variable.isMutated();
                value = evaluation.tables.shared(value, assignment.values().get(i), mutated, state);
            }
            target(assignment.targets().get(i), value, state);
        }
    }

    private void target(Expression target, Value value, State state) {
        if (target instanceof Expression.Variable variable) {
            variable(variable, value, state);
        } else if (target instanceof Expression.Field field) {
            Value key = evaluation.constants.text(field.name().text());
            evaluation.tables.write(field.target(), key, null, value, field, state);
        } else if (target instanceof Expression.Index index) {
            Value key = evaluation.expressions.value(index.key(), state);
            evaluation.escape(key);
            evaluation.tables.write(index.target(), key, index.key(), value, index, state);
        }
    }

    private void variable(Expression.Variable variable, Value value, State state) {
        Local local = evaluation.locals.used(variable.span().start());
        if (local != null) {
            evaluation.set(local, RandomTexts.named(variable.name(), value), state);
            return;
        }
        evaluation.escape(value);
        evaluation.recorder.global(variable.name(), true, false, variable.span());
        Value replaced = Sandbox.global(variable.name());
        if (replaced != null) {
            evaluation.escape(replaced);
        }
        if (replaced != null && replaced.single() instanceof Atom.Inputs inputs) {
            evaluation.tables.shuffle(inputs.array(), state);
        }
    }

    private void result(Statement.Return result, State state) {
        Values values = evaluation.expressions.values(result.values(), state);
        evaluation.recorder.exit();
        if (evaluation.frame().isMain()) {
            evaluation.escape(values);
            if (!state.isEnded()) {
                boolean cut = severalResults.isCall(result.values(), state);
                evaluation.recorder.result(new Return(values.known(), values.isOpen(), cut, false, result.span()));
            }
        } else if (!state.isEnded()) {
            values = withCaptured(result, values);
            severalResults.returned(evaluation.frame().function(), result.values(), state);
            evaluation.frame().returns().add(values);
        }
        state.end();
    }

    /** The values, where a function that is made in the return knows with what. */
    private Values withCaptured(Statement.Return result, Values values) {
        Map<Local, Value> captured = evaluation.frame().captured();
        boolean isFunction = result.values().size() == 1 && result.values().get(0) instanceof Expression.Function;
        if (captured.isEmpty() || !isFunction) {
            return values;
        }
        Expression.Function body = (Expression.Function) result.values().get(0);
        // Calls that are not followed are those of a function of which nothing is known.
        evaluation.needsGeneric(body);
        return Values.one(Value.of(new Atom.Closure(body, captured)), body.span());
    }

    private void branches(Statement.If branches, State state) {
        Set<Local> outer = evaluation.frame().uncertain();
        Set<Local> uncertain = new HashSet<>();
        evaluation.frame().setUncertain(uncertain);
        join(branches, state);
        evaluation.frame().setUncertain(outer);
        // The condition may tell the tables apart: that the one without the change gets here is not known.
        for (Local local : uncertain) {
            Value value = state.get(local);
            if (value != null) {
                evaluation.set(local, TableJoins.merged(value), state);
            }
        }
        outer.addAll(uncertain);
    }

    private void join(Statement.If branches, State state) {
        List<State> ends = new ArrayList<>();
        State rest = state;
        int depth = 0;
        for (IfClause clause : branches.clauses()) {
            evaluation.conditions.branch(clause.condition(), rest);
            State taken = rest.fork();
            evaluation.conditions.refine(clause.condition(), true, taken);
            block(clause.block(), taken);
            ends.add(taken);
            // A chain of very many clauses must not make a chain of as many states.
            if (++depth < MOST_CLAUSES) {
                rest = rest.fork();
                evaluation.conditions.refine(clause.condition(), false, rest);
            }
        }
        State otherwise = rest == state ? state.fork() : rest;
        Block block = branches.otherwise();
        if (block != null) {
            block(block, otherwise);
        }
        ends.add(otherwise);
        state.join(ends);
    }

    /** Reports a loop over what cannot be iterated. */
    void checkIterator(Values values, Statement.GenericFor loop) {
        if (loop.values().isEmpty()) {
            // The head of the loop has a syntax error.
            return;
        }
        Value iterator = values.get(0);
        boolean invalid = iterator.all(atom -> !(atom instanceof Atom.Unknown)
                && !(atom instanceof Atom.Builtin)
                && !(atom instanceof Atom.Closure)
                && !(atom instanceof Atom.Table table && isOpaque(table)));
        if (invalid) {
            Span span = new Span(
                    loop.values().get(0).span().start(),
                    loop.values().get(loop.values().size() - 1).span().end());
            evaluation.recorder.invalidCall(
                    new InvalidCall(new Argument(iterator, loop.values().get(0).span()), true, span));
        }
    }

    /** A metatable can make a table callable. */
    private static boolean isOpaque(Atom.Table table) {
        return table.reply() == null && table.rest() != null && table.rest().isUnknown();
    }
}
