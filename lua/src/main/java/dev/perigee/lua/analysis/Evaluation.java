package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.Locals;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all parts of the evaluation share: the variables, the facts, and how much may still be done. */
final class Evaluation {

    /** How often the whole script may be gone through, all repetitions taken together. */
    private static final int PASSES = 24;

    final Locals locals;
    final Recorder recorder;
    final Constants constants = new Constants();
    final Statements statements;
    final Expressions expressions;
    final Conditions conditions;
    final Counts counts;
    final FieldTests fieldTests;
    final Tables tables;
    final Calls calls;

    private final Map<Local, Value> firstValues = new HashMap<>();

    /** Functions by their offsets. */
    private final Set<Integer> met = new HashSet<>();

    private final Set<Integer> generic = new HashSet<>();
    private final Set<Integer> evaluated = new HashSet<>();
    private final Set<Integer> done = new HashSet<>();
    private final Deque<Expression.Function> pending = new ArrayDeque<>();
    private Frame frame = new Frame(Frame.MAIN, null, Values.NONE);
    private long budget;
    private int catching;

    Evaluation(Locals locals, Recorder recorder) {
        this.locals = locals;
        this.recorder = recorder;
        this.budget = 5_000L + (long) locals.nodes() * PASSES;
        this.fieldTests = new FieldTests(this);
        this.tables = new Tables(this);
        this.calls = new Calls(this);
        this.conditions = new Conditions(this);
        this.counts = new Counts(this);
        this.expressions = new Expressions(this);
        this.statements = new Statements(this);
    }

    Frame frame() {
        return frame;
    }

    void enter(Frame callee) {
        frame = callee;
        recorder.mayRepeat(true);
    }

    void leave() {
        Frame caller = frame.caller();
        if (caller == null) {
            throw new IllegalStateException("the main chunk has no caller");
        }
        frame = caller;
        recorder.mayRepeat(!caller.isMain());
    }

    /** What is evaluated until {@link #stopCatching} may raise errors, and the script goes on. */
    void startCatching() {
        catching++;
    }

    void stopCatching() {
        catching--;
    }

    boolean isCatching() {
        return catching > 0;
    }

    void step() {
        budget--;
    }

    /** Whether there is still time for what makes the results more precise. */
    boolean hasBudget() {
        return budget > 0;
    }

    /** A function is made; it is evaluated where it is called, or else once for all calls. */
    void meet(Expression.Function body, State state) {
        fieldTests.made(body, state);
        if (met.add(body.span().start())) {
            pending.add(body);
        }
    }

    void evaluated(Expression.Function body) {
        evaluated.add(body.span().start());
    }

    /** A function is, or may be, called in a way that is not followed. */
    void needsGeneric(Expression.Function body) {
        if (generic.add(body.span().start())) {
            pending.add(body);
        }
    }

    /** A function that has yet to be evaluated for calls that are not known; null if there is none. */
    Expression.@Nullable Function nextGeneric() {
        while (true) {
            Expression.Function body = pending.poll();
            if (body == null) {
                return null;
            }
            int offset = body.span().start();
            boolean needed = generic.contains(offset) || !evaluated.contains(offset);
            if (needed && done.add(offset)) {
                return body;
            }
        }
    }

    Value read(Local local, State state) {
        if (local.isShared() || !isLive(local)) {
            return Value.ANY;
        }
        Value value = state.get(local);
        if (value == null) {
            value = local.isReassigned() || local.isMutated() ? null : firstValues.get(local);
        }
        if (value == null) {
            return Value.ANY;
        }
        return local.isMutatedElsewhere() ? TableJoins.opaque(value) : value;
    }

    /** Whether the variable's function is being evaluated, so that there is one such variable only. So it is with one captured. */
    private boolean isLive(Local local) {
        return local.function() == Frame.MAIN || frame.isActive(local.function()) || frame.hasCaptured(local);
    }

    void declare(Local local, Value value, State state) {
        if (local.isCaptured()) {
            firstValues.merge(local, value, Value::or);
        }
        set(local, value, state);
    }

    void set(Local local, Value value, State state) {
        if (local.isShared()) {
            escape(value);
            return;
        }
        state.set(local, value);
    }

    /** A value goes where it is not followed. */
    void escape(Value value) {
        for (int i = 0; i < value.atoms().size(); i++) {
            Atom atom = value.atoms().get(i);
            recorder.lose(atom);
            if (atom instanceof Atom.Closure closure) {
                needsGeneric(closure.body());
            } else if (atom instanceof Atom.Table table && table.reply() == null) {
                table.fields().values().forEach(this::escape);
            }
        }
    }

    void escape(Values values) {
        for (int i = 0; i < values.known().size(); i++) {
            escape(values.known().get(i).value());
        }
    }
}
