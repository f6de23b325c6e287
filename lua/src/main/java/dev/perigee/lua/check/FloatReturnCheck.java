package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.function.Consumer;

/** Numbers that are returned are whole: Redis cuts off their fraction. */
final class FloatReturnCheck implements ScriptCheck {

    private static final int MOST_DEPTH = 4;

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Return result : facts.returns()) {
            if (!result.values().isEmpty()) {
                Argument value = result.values().get(0);
                check(value.value(), value.span(), 0, report);
            }
        }
    }

    private static void check(Value value, Span span, int depth, Consumer<ScriptFinding> report) {
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Numeric number && number.kind().isDivided()) {
                // In an array it is often meant: tokens left, seconds to wait.
                boolean meant = depth > 0 && !(number.source() instanceof Source.Reply) && number.constant() == null;
                report.accept(ScriptFinding.of(
                                ScriptRule.FLOAT_TRUNCATED,
                                span,
                                "a number is returned as an integer, so the fraction of this one is cut off")
                        .as(meant ? Severity.NOTE : Severity.WARNING)
                        .help("return it as text, tostring(…), or round it, math.floor(…)"));
            } else if (atom instanceof Atom.Table table && table.reply() == null && depth < MOST_DEPTH) {
                table.fields().forEach((key, field) -> {
                    if (key instanceof Integer) {
                        check(field, span, depth + 1, report);
                    }
                });
            }
        }
    }
}
