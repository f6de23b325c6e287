package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.ArgumentLayout.Position;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The script does not calculate with an argument that may have more digits than a number in Lua. Most that are {@code long}
 * never have, so that is said in a note; who takes a {@code BigInteger} means to.
 */
final class DigitsLostCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null || !script.parsed().isValid()) {
            return;
        }
        List<Position> positions = method.layout().fixed();
        Set<Integer> reported = new HashSet<>();
        for (Operands.Operand operand : Operands.of(script.facts())) {
            if (operand.index() > positions.size()) {
                continue;
            }
            Position position = positions.get(operand.index() - 1);
            if (!position.isCount() && position.type().isLong() && reported.add(operand.index())) {
                report.add(Finding.of(
                                InterfaceRule.DIGITS_LOST,
                                position.argument().parameter().place(),
                                "the script calculates with " + position.name()
                                        + ", whose last digits are lost beyond 2^53 (9007199254740992): numbers in Lua"
                                        + " are doubles")
                        .as(position.type().isBig() ? Severity.WARNING : Severity.NOTE)
                        .inScript(script.source(), operand.operation().span())
                        .help("let a command calculate (INCRBY, HINCRBY), or pass an int if it is never that large"));
            }
        }
    }
}
