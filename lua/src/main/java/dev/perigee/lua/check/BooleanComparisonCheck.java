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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A boolean that the script writes or computes is compared with what can be a boolean, too. */
final class BooleanComparisonCheck implements ScriptCheck {

    /** Commands that answer with 1 or 0. */
    private static final Set<String> ANSWERS = Set.of(
            "EXISTS",
            "HEXISTS",
            "SISMEMBER",
            "SMOVE",
            "HSETNX",
            "SETNX",
            "MSETNX",
            "RENAMENX",
            "COPY",
            "MOVE",
            "EXPIRE",
            "PEXPIRE",
            "EXPIREAT",
            "PEXPIREAT",
            "PERSIST",
            "GETBIT",
            "SETBIT");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        Map<Integer, Integer> negated = negated(facts);
        TypeTests types = new TypeTests(facts, comparison -> isWrong(comparison, negated));
        for (Comparison comparison : facts.comparisons()) {
            boolean misread = isMisread(comparison, negated);
            if (isWrong(comparison, negated) && (misread || !types.isOne(comparison))) {
                boolean first = isBoolean(comparison.left().value());
                Value bool = (first ? comparison.left() : comparison.right()).value();
                Value other = (first ? comparison.right() : comparison.left()).value();
                report.accept(finding(comparison, TypeTests.isEquality(comparison), misread, bool, other));
            }
        }
    }

    private static boolean isWrong(Comparison comparison, Map<Integer, Integer> negated) {
        Value left = comparison.left().value();
        Value right = comparison.right().value();
        boolean first = isBoolean(left);
        if (first == isBoolean(right)) {
            return false;
        }
        Value other = first ? right : left;
        return TypeTests.isEquality(comparison)
                ? isNeverEqual(first ? left : right, other, isMisread(comparison, negated))
                : other.all(BooleanComparisonCheck::isOther);
    }

    private static boolean isMisread(Comparison comparison, Map<Integer, Integer> negated) {
        return isBoolean(comparison.left().value())
                && negated.getOrDefault(comparison.left().span().end(), -1)
                        > comparison.left().span().start();
    }

    private static ScriptFinding finding(
            Comparison comparison, boolean equality, boolean misread, Value bool, Value other) {
        boolean status = other.any(Atom.Status.class::isInstance);
        String consequence = equality
                ? "this is always " + (comparison.operator() == BinaryOperator.NOT_EQUAL)
                : "Lua raises an error";
        String what = misread
                ? "not binds first, so its result, a boolean, is compared with "
                : "a boolean is compared with ";
        return ScriptFinding.of(
                        status ? ScriptRule.STATUS_COMPARISON : ScriptRule.MIXED_COMPARISON,
                        comparison.span(),
                        what + describe(other) + ": " + consequence)
                .help(misread ? "put parentheses around the comparison: not (…)" : help(other, bool));
    }

    private static boolean isBoolean(Value value) {
        return value.all(atom -> atom instanceof Atom.Bool bool && bool.reply() == null);
    }

    /**
     * With false many a reply is compared that is never false, out of caution; only an answer that is 1 or 0 is sure to be
     * misunderstood. What {@code not} makes is not meant to be compared at all.
     */
    private static boolean isNeverEqual(Value bool, Value other, boolean misread) {
        boolean nil = misread && other.single() instanceof Atom.Nil literal && literal.source() == null;
        boolean onlyTrue = bool.single() instanceof Atom.Bool one && one.value();
        boolean onlyFalse = bool.single() instanceof Atom.Bool one && !one.value();
        boolean never = other.any(BooleanComparisonCheck::isOther)
                && other.all(atom -> isOther(atom) || (onlyTrue && Value.isFalsy(atom)));
        return nil || (never && (misread || !onlyFalse || other.any(BooleanComparisonCheck::isAnswer)));
    }

    private static boolean isAnswer(Atom atom) {
        return atom instanceof Atom.Numeric number
                && number.source() instanceof Source.Reply reply
                && reply.element() == 0
                && !number.shifted()
                && ANSWERS.contains(reply.command());
    }

    private static boolean isOther(Atom atom) {
        return atom instanceof Atom.Numeric
                || atom instanceof Atom.Text
                || atom instanceof Atom.Status
                || (atom instanceof Atom.Failure failure && failure.reply() != null);
    }

    /** Where what stands under a {@code not} begins, by where it ends. */
    private static Map<Integer, Integer> negated(ScriptFacts facts) {
        Map<Integer, Integer> negated = new HashMap<>();
        for (Condition condition : facts.conditions()) {
            if (condition.negated()) {
                Span tested = condition.tested().span();
                negated.merge(tested.end(), tested.start(), Math::max);
            }
        }
        return negated;
    }

    private static String describe(Value other) {
        @Nullable Atom known = null;
        for (Atom atom : other.atoms()) {
            known = known == null && isOther(atom) && !(atom instanceof Atom.Failure) ? atom : known;
        }
        if (known instanceof Atom.Status) {
            return "a status reply, which is a table";
        } else if (known instanceof Atom.Numeric) {
            return "a number";
        }
        return known == null ? CommandArgumentCheck.describe(other.atoms().get(0)) : "a string";
    }

    private static String help(Value other, Value bool) {
        if (other.any(Atom.Status.class::isInstance)) {
            return "a status is true: write if reply then, or compare reply.ok";
        }
        return other.any(Atom.Numeric.class::isInstance) && bool.single() != null
                ? "compare it with a number: == 1, or == 0"
                : "";
    }
}
