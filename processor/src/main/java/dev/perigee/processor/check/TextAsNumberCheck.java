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

/** The script does not calculate with an argument whose type is no number. */
final class TextAsNumberCheck implements MethodCheck {

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
            if (!position.isCount() && position.type().isText() && reported.add(operand.index())) {
                report.add(Finding.of(
                                InterfaceRule.TEXT_AS_NUMBER,
                                position.argument().parameter().place(),
                                "the script calculates with " + position.name() + ", which is a text")
                        .inScript(script.source(), operand.operand().span())
                        .help("give the parameter the type of a number"));
            }
        }
    }
}
