package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Arithmetic;
import dev.perigee.lua.facts.Concatenation;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import java.util.function.Consumer;

/** Arithmetic and {@code ..} are given numbers and strings; anything else raises an error. */
final class OperandCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Arithmetic operation : facts.arithmetic()) {
            for (Argument operand : operation.operands()) {
                check(operand, operation.operator(), report);
            }
        }
        for (Concatenation concatenation : facts.concatenations()) {
            for (Argument operand : concatenation.operands()) {
                check(operand, "..", report);
            }
        }
    }

    private static void check(Argument operand, String operator, Consumer<ScriptFinding> report) {
        if (operand.value().all(OperandCheck::isInvalid)) {
            report.accept(ScriptFinding.of(
                    ScriptRule.INVALID_OPERAND,
                    operand.span(),
                    operator + " takes " + (operator.equals("..") ? "strings and numbers" : "numbers")
                            + ", and this is "
                            + CommandArgumentCheck.describe(
                                    operand.value().atoms().get(0))));
        }
    }

    /** A table that the script made may have a metatable. */
    private static boolean isInvalid(Atom atom) {
        boolean reply = atom instanceof Atom.Table table && table.reply() != null;
        return reply
                || atom instanceof Atom.Nil
                || atom instanceof Atom.Bool
                || atom instanceof Atom.Inputs
                || (atom instanceof Atom.Status status && status.reply() != null);
    }
}
