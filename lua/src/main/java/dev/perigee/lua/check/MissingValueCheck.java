package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.Condition;
import dev.perigee.lua.facts.MissingValue;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** What is read can be there. */
final class MissingValueCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        Set<String> guarded = facts.missingValues().isEmpty() ? Set.of() : guarded(facts);
        for (MissingValue value : facts.missingValues()) {
            switch (value.kind()) {
                case REPLY_FIELD -> report.accept(field(value));
                case SECOND_VALUE -> report.accept(second(value));
                case ELEMENT_BEFORE_FIRST -> {
                    if (!guarded.contains(value.name())) {
                        report.accept(element(value));
                    }
                }
            }
        }
    }

    private static ScriptFinding field(MissingValue value) {
        return ScriptFinding.of(
                        ScriptRule.INVALID_INDEX,
                        value.span(),
                        value.of() + " replies an array, which has no names in it: the field " + value.name()
                                + " is always nil")
                .as(Severity.WARNING)
                .help(
                        "its elements are at the positions 1, 2, …; of names and values, as HGETALL replies them, in turn");
    }

    private static ScriptFinding second(MissingValue value) {
        return ScriptFinding.of(
                        ScriptRule.SEVERAL_VALUES,
                        value.span(),
                        value.of() + " gives one value, so " + value.name() + " is always nil")
                .help(
                        value.of().equals("redis.pcall")
                                ? "where the command fails, the one value is a table with the field err"
                                : "redis.call raises an error where the command fails");
    }

    private static ScriptFinding element(MissingValue value) {
        return ScriptFinding.of(
                        ScriptRule.INVALID_INDEX,
                        value.span(),
                        value.name() + " begins before 1, and " + value.of() + "[" + value.name()
                                + "] is nil there: the positions in " + value.of() + " are the whole numbers from 1")
                .as(Severity.WARNING)
                .help("Lua counts from 1: for " + value.name() + " = 1, #" + value.of() + " do");
    }

    /** The variables that are compared with something, or their elements tested, so that a round may be left out. */
    private static Set<String> guarded(ScriptFacts facts) {
        Set<String> guarded = new HashSet<>();
        Set<Span> tested = new HashSet<>();
        for (Condition condition : facts.conditions()) {
            tested.add(condition.tested().span());
        }
        for (MissingValue value : facts.missingValues()) {
            if (tested.contains(value.span())) {
                guarded.add(value.name());
            }
        }
        for (Comparison comparison : facts.comparisons()) {
            add(comparison.left(), guarded);
            add(comparison.right(), guarded);
        }
        return guarded;
    }

    private static void add(Argument operand, Set<String> guarded) {
        for (Atom atom : operand.value().atoms()) {
            if (atom instanceof Atom.Numeric number && number.source() instanceof Source.Counter counter) {
                guarded.add(counter.name());
            }
        }
    }
}
