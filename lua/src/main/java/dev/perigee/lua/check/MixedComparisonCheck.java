package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.function.Consumer;

/** A number is compared with a number, not with a string: Lua does not convert one for that. */
final class MixedComparisonCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        TypeTests types = new TypeTests(facts, MixedComparisonCheck::isMixed);
        for (Comparison comparison : facts.comparisons()) {
            if (isMixed(comparison) && !types.isOne(comparison)) {
                report.accept(finding(comparison));
            }
        }
    }

    private static boolean isMixed(Comparison comparison) {
        Value left = comparison.left().value();
        Value right = comparison.right().value();
        return isMixed(left, right, comparison) || isMixed(right, left, comparison);
    }

    private static boolean isMixed(Value text, Value number, Comparison comparison) {
        return isNumber(number) && (isText(text) || (!TypeTests.isEquality(comparison) && isReplyOrDefault(text)));
    }

    /** {@code redis.call('GET', key) or 0}: a string, as soon as the key is there. */
    private static boolean isReplyOrDefault(Value value) {
        return value.any(atom -> atom instanceof Atom.Text text && text.only() instanceof Source.Reply)
                && value.any(atom -> atom instanceof Atom.Numeric number && number.constant() != null)
                && value.all(atom -> (atom instanceof Atom.Text text && text.only() instanceof Source.Reply)
                        || (atom instanceof Atom.Numeric number && number.constant() != null)
                        || Value.isFalsy(atom));
    }

    private static ScriptFinding finding(Comparison comparison) {
        Value left = comparison.left().value();
        Value right = comparison.right().value();
        Value text = isMixed(left, right, comparison) ? left : right;
        String consequence = TypeTests.isEquality(comparison)
                ? "this is always " + (comparison.operator() == BinaryOperator.NOT_EQUAL)
                : "Lua raises an error";
        return ScriptFinding.of(
                        ScriptRule.MIXED_COMPARISON,
                        comparison.span(),
                        what(text) + " is compared with a number: " + consequence)
                .help("convert it: tonumber(…)");
    }

    private static boolean isText(Value value) {
        return value.any(atom -> atom instanceof Atom.Text)
                && value.all(atom -> atom instanceof Atom.Text || Value.isFalsy(atom));
    }

    private static boolean isNumber(Value value) {
        return value.any(atom -> atom instanceof Atom.Numeric)
                && value.all(atom -> atom instanceof Atom.Numeric || Value.isFalsy(atom));
    }

    private static String what(Value text) {
        for (Atom atom : text.atoms()) {
            Source source = atom instanceof Atom.Text one ? one.only() : null;
            if (source instanceof Source.Argument argument && argument.index() > 0) {
                return "ARGV[" + argument.index() + "] is a string, and";
            } else if (source instanceof Source.Reply reply) {
                return "what " + reply.command() + " replies is a string, and";
            }
        }
        return "a string";
    }
}
