package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Concatenation;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.function.Consumer;

/** Large numbers are not written as text by Lua, which keeps 14 digits. */
final class NumberAsTextCheck implements ScriptCheck {

    /** The least number that {@code %.14g} does not write in full. */
    private static final double LIMIT = 1e14;

    /** Less than the seconds since 1970. */
    private static final double NOW = 1.5e9;

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Concatenation concatenation : facts.concatenations()) {
            concatenation.operands().forEach(operand -> check(operand, "..", report));
        }
        for (FunctionCall call : facts.calls()) {
            if (call.function().equals("tostring") || call.function().equals("cjson.encode")) {
                call.arguments().forEach(argument -> check(argument, call.function(), report));
            }
        }
    }

    private static void check(Argument argument, String by, Consumer<ScriptFinding> report) {
        if (argument.value().any(NumberAsTextCheck::isLarge)) {
            report.accept(ScriptFinding.of(
                            ScriptRule.NUMBER_AS_TEXT,
                            argument.span(),
                            by + " writes numbers with 14 digits, so this one becomes 1.7e+15 or the like")
                    .help("write it in full: string.format('%.0f', …)"));
        }
    }

    private static boolean isLarge(Atom atom) {
        if (!(atom instanceof Atom.Numeric number)) {
            return false;
        }
        Double constant = number.constant();
        if (constant != null) {
            return Math.abs(constant) >= LIMIT && !Double.isInfinite(constant);
        }
        return number.source() instanceof Source.Reply reply
                && reply.command().equals("TIME")
                && reply.element() == 1
                && number.factor() * NOW >= LIMIT;
    }
}
