package dev.perigee.lua.check;

import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a script tells types apart: {@code v == true or v == 1}, {@code type(v)}, and functions that are called with values of
 * several types. There, a comparison that never holds for one of them is meant.
 */
final class TypeTests {

    /** What each value is compared with, by type. */
    private final Map<Value, Set<String>> types = new HashMap<>();

    private final Set<Value> asked = new HashSet<>();
    private final Set<Span> otherwise = new HashSet<>();

    /**
     * Those of a script.
     *
     * @param isWrong whether a comparison by itself is one of different types
     */
    TypeTests(ScriptFacts facts, Predicate<Comparison> isWrong) {
        for (Comparison comparison : facts.comparisons()) {
            if (isEquality(comparison)) {
                add(comparison.left().value(), comparison.right().value());
                add(comparison.right().value(), comparison.left().value());
            }
            if (!isWrong.test(comparison)) {
                otherwise.add(comparison.span());
            }
        }
        for (FunctionCall call : facts.calls()) {
            if (call.function().equals("type") && !call.arguments().isEmpty()) {
                asked.add(call.arguments().get(0).value());
            }
        }
    }

    static boolean isEquality(Comparison comparison) {
        return comparison.operator() == BinaryOperator.EQUAL || comparison.operator() == BinaryOperator.NOT_EQUAL;
    }

    private void add(Value value, Value other) {
        Atom single = other.single();
        if (single != null && !(single instanceof Atom.Nil)) {
            types.computeIfAbsent(value, of -> new HashSet<>())
                    .add(single.getClass().getSimpleName());
        }
    }

    /** Whether a comparison is one of several that tell types apart. */
    boolean isOne(Comparison comparison) {
        return isEquality(comparison)
                && (otherwise.contains(comparison.span())
                        || isTold(comparison.left().value())
                        || isTold(comparison.right().value()));
    }

    private boolean isTold(Value value) {
        return asked.contains(value) || types.getOrDefault(value, Set.of()).size() > 1;
    }
}
