package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.function.Consumer;

/** A status reply is a table in Lua, so it equals no string. Who asks for its type as well knows it. */
final class StatusComparisonCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Comparison comparison : facts.comparisons()) {
            Value left = comparison.left().value();
            Value right = comparison.right().value();
            Value status = isStatus(left) ? left : right;
            boolean equality =
                    comparison.operator() == BinaryOperator.EQUAL || comparison.operator() == BinaryOperator.NOT_EQUAL;
            boolean mixed = (isStatus(left) && isText(right)) || (isText(left) && isStatus(right));
            if (equality && mixed && !isTypeAsked(status, facts)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.STATUS_COMPARISON,
                                comparison.span(),
                                "a status reply is a table in Lua, and never equals a string: this is always "
                                        + (comparison.operator() == BinaryOperator.NOT_EQUAL))
                        .help("compare the status in it: reply.ok or reply['ok']"));
            }
        }
    }

    private static boolean isTypeAsked(Value status, ScriptFacts facts) {
        for (FunctionCall call : facts.calls()) {
            boolean asked = call.function().equals("type") && !call.arguments().isEmpty();
            if (asked && call.arguments().get(0).value().any(atom -> isSame(atom, status))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Atom atom, Value status) {
        return atom instanceof Atom.Status && status.atoms().contains(atom);
    }

    private static boolean isStatus(Value value) {
        return value.any(atom -> atom instanceof Atom.Status)
                && value.all(atom -> atom instanceof Atom.Status || Value.isFalsy(atom));
    }

    private static boolean isText(Value value) {
        return value.all(Atom.Text.class::isInstance);
    }
}
