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
        for (Comparison comparison : facts.comparisons()) {
            Value left = comparison.left().value();
            Value right = comparison.right().value();
            boolean textFirst = isText(left) && isNumber(right);
            if (!textFirst && !(isNumber(left) && isText(right))) {
                continue;
            }
            Value text = textFirst ? left : right;
            boolean equality =
                    comparison.operator() == BinaryOperator.EQUAL || comparison.operator() == BinaryOperator.NOT_EQUAL;
            String consequence = equality
                    ? "this is always " + (comparison.operator() == BinaryOperator.NOT_EQUAL)
                    : "Lua raises an error";
            report.accept(ScriptFinding.of(
                            ScriptRule.MIXED_COMPARISON,
                            comparison.span(),
                            what(text) + " is compared with a number: " + consequence)
                    .help("convert it: tonumber(…)"));
        }
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
