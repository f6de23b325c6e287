package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tests that a script makes of fields of libraries, which servers may have or not: {@code if redis.acl_check_cmd then}.
 * What a test has shown is kept in the state, as what variables hold is.
 */
final class FieldTests {

    /** Marks in a state that a field is there. Compared by identity. */
    private static final class Presence {}

    /** How many fields are kept apart. */
    private static final int MOST = 32;

    private final Evaluation evaluation;
    private final Set<Span> tests = new HashSet<>();

    /** By the names of fields, with their libraries. */
    private final Map<String, Presence> presences = new HashMap<>();

    /** What has been shown where a function is made, by its offset. */
    private final Map<Integer, List<Presence>> aroundFunctions = new HashMap<>();

    FieldTests(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** It is only asked of an expression whether it is nil. */
    void test(Expression expression) {
        Expression inner = WholeDivision.withoutParentheses(expression);
        if (inner instanceof Expression.Field || inner instanceof Expression.Index) {
            tests.add(inner.span());
        }
    }

    /** Finds what is tested by {@code x == nil} and {@code type(x)}, before that is evaluated. */
    void testIn(Expression whole) {
        if (whole instanceof Expression.Binary comparison) {
            boolean equality =
                    comparison.operator() == BinaryOperator.EQUAL || comparison.operator() == BinaryOperator.NOT_EQUAL;
            if (equality && comparison.right() instanceof Expression.Nil) {
                test(comparison.left());
            } else if (equality && comparison.left() instanceof Expression.Nil) {
                test(comparison.right());
            }
        } else if (whole instanceof Expression.Call call
                && call.arguments().size() == 1
                && call.function() instanceof Expression.Variable function
                && function.name().equals("type")) {
            test(call.arguments().get(0));
        }
    }

    /** Whether an expression is only tested. */
    boolean isTest(Expression whole) {
        return !tests.isEmpty() && tests.contains(whole.span());
    }

    /** A test has shown that a field is there, if this is one of a library. */
    void found(Expression expression, State state) {
        if (expression instanceof Expression.Field field
                && field.target() instanceof Expression.Variable variable
                && library(variable, state) instanceof Atom.Library library) {
            String name = name(library, field.name().text());
            if (presences.size() < MOST || presences.containsKey(name)) {
                state.set(presences.computeIfAbsent(name, key -> new Presence()), Value.ANY);
            }
        }
    }

    /** A function is made. What has been shown before holds in it, wherever it is called. */
    void made(Expression.Function body, State state) {
        if (!presences.isEmpty()) {
            List<Presence> found = presences.values().stream()
                    .filter(presence -> state.get(presence) != null)
                    .toList();
            aroundFunctions.put(body.span().start(), found);
        }
    }

    /** A function is called. */
    void entered(Expression.Function body, State inner) {
        for (Presence presence : aroundFunctions.getOrDefault(body.span().start(), List.of())) {
            inner.set(presence, Value.ANY);
        }
    }

    private @Nullable Atom library(Expression.Variable variable, State state) {
        Local local = evaluation.locals.used(variable.span().start());
        Value value = local == null ? Sandbox.global(variable.name()) : evaluation.read(local, state);
        return value == null ? null : value.single();
    }

    /** Whether a test has shown that a field is there. */
    boolean isFound(Atom.Library library, String field, State state) {
        Presence presence = presences.isEmpty() ? null : presences.get(name(library, field));
        return presence != null && state.get(presence) != null;
    }

    private static String name(Atom.Library library, String field) {
        return library.name() + "." + field;
    }
}
