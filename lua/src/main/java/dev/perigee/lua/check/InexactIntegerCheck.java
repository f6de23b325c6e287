package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.function.Consumer;

/** Integers are exact up to 2^53, since numbers are doubles in Lua. */
final class InexactIntegerCheck implements CommandCheck, ScriptCheck {

    private static final double EXACT = 1L << 53;

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        for (int i = 0; i < call.use().arguments().size(); i++) {
            check(call.use().arguments().get(i), report);
        }
    }

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Return result : facts.returns()) {
            result.values().forEach(argument -> check(argument, report));
        }
    }

    private static void check(Argument argument, Consumer<ScriptFinding> report) {
        Double constant = argument.value().constant();
        if (constant != null && Math.abs(constant) >= EXACT && !Double.isInfinite(constant)) {
            report.accept(ScriptFinding.of(
                            ScriptRule.INEXACT_INTEGER,
                            argument.span(),
                            "a number in Lua is a double, and integers from 2^53 on (9007199254740992) are not exact")
                    .help("write it as a string, which commands take as well"));
        }
    }
}
