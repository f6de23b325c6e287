package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.Condition;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A nil reply is false in Lua, never nil. Who tests for both knows it. */
final class NilComparisonCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        Set<Span> tested = tested(facts);
        for (Comparison comparison : facts.comparisons()) {
            boolean equality =
                    comparison.operator() == BinaryOperator.EQUAL || comparison.operator() == BinaryOperator.NOT_EQUAL;
            if (!equality) {
                continue;
            }
            Value left = comparison.left().value();
            Value right = comparison.right().value();
            Value other = isNil(right) ? left : right;
            if (!isNil(left) && !isNil(right)) {
                continue;
            }
            Source.Reply reply = missing(other);
            boolean never = other.all(atom -> !(atom instanceof Atom.Nil) && !(atom instanceof Atom.Unknown));
            if (reply != null && never && !tested.contains(reply.call())) {
                boolean equal = comparison.operator() == BinaryOperator.EQUAL;
                report.accept(ScriptFinding.of(
                                ScriptRule.NIL_COMPARISON,
                                comparison.span(),
                                "where there is nothing, " + reply.command()
                                        + " gives false in Lua, not nil: this is always " + !equal)
                        .help(
                                equal
                                        ? "write: not value, or: value == false"
                                        : "write: if value then, or: value ~= false"));
            }
        }
    }

    private static Source.@org.jspecify.annotations.Nullable Reply missing(Value value) {
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Bool bool && !bool.value() && bool.reply() != null) {
                return bool.reply();
            }
        }
        return null;
    }

    /** The calls whose replies are tested for being false somewhere. */
    private static Set<Span> tested(ScriptFacts facts) {
        Set<Span> tested = new HashSet<>();
        for (Condition condition : facts.conditions()) {
            addReplies(condition.tested().value(), tested);
        }
        for (Comparison comparison : facts.comparisons()) {
            if (isBoolean(comparison.left().value())) {
                addReplies(comparison.right().value(), tested);
            } else if (isBoolean(comparison.right().value())) {
                addReplies(comparison.left().value(), tested);
            }
        }
        return tested;
    }

    private static boolean isNil(Value value) {
        return value.single() instanceof Atom.Nil nil && nil.source() == null;
    }

    private static boolean isBoolean(Value value) {
        return value.single() instanceof Atom.Bool bool && bool.reply() == null;
    }

    private static void addReplies(Value value, Set<Span> calls) {
        Source.Reply reply = missing(value);
        if (reply != null) {
            calls.add(reply.call());
        }
    }
}
