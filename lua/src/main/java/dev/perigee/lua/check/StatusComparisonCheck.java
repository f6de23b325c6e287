package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.function.Consumer;

/** A status reply is a table in Lua, so it equals no string. Who asks for its type as well knows it. */
final class StatusComparisonCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        TypeTests types = new TypeTests(facts, StatusComparisonCheck::isMixed);
        for (Comparison comparison : facts.comparisons()) {
            if (TypeTests.isEquality(comparison) && isMixed(comparison) && !types.isOne(comparison)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.STATUS_COMPARISON,
                                comparison.span(),
                                "a status reply is a table in Lua, and never equals a string: this is always "
                                        + (comparison.operator() == BinaryOperator.NOT_EQUAL))
                        .help("compare the status in it: reply.ok or reply['ok']"));
            }
        }
    }

    private static boolean isMixed(Comparison comparison) {
        Value left = comparison.left().value();
        Value right = comparison.right().value();
        return (isStatus(left) && isText(right)) || (isText(left) && isStatus(right));
    }

    private static boolean isStatus(Value value) {
        return value.any(atom -> atom instanceof Atom.Status)
                && value.all(atom -> atom instanceof Atom.Status || Value.isFalsy(atom));
    }

    private static boolean isText(Value value) {
        return value.all(Atom.Text.class::isInstance);
    }
}
