package dev.perigee.processor.check;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.ArgumentLayout.Position;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The script does not calculate with an argument that may have more digits than a number in Lua. */
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
                                        + ", which loses digits beyond 2^53 (9007199254740992): numbers in Lua are"
                                        + " doubles")
                        .inScript(script.source(), operand.operation().span())
                        .help("let a command calculate (INCRBY, HINCRBY), or pass an int if it is never that large"));
            }
        }
    }
}
