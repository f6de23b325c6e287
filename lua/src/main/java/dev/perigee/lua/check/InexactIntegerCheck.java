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
            Argument argument = call.use().arguments().get(i);
            if (isInexact(argument) && !isDouble(call, i, settings)) {
                check(argument, report);
            }
        }
    }

    /** Whether the server reads a word as a double itself, as it does scores. */
    private static boolean isDouble(Call call, int word, Settings settings) {
        return call.command() != null && call.command().takesDouble(call.line(), word, settings.target());
    }

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Return result : facts.returns()) {
            result.values().forEach(argument -> check(argument, report));
        }
    }

    private static void check(Argument argument, Consumer<ScriptFinding> report) {
        if (isInexact(argument)) {
            report.accept(ScriptFinding.of(
                            ScriptRule.INEXACT_INTEGER,
                            argument.span(),
                            "a number in Lua is a double, and integers from 2^53 on (9007199254740992) are not exact")
                    .help("write it as a string, which commands take as well"));
        }
    }

    private static boolean isInexact(Argument argument) {
        Double constant = argument.value().constant();
        return constant != null && Math.abs(constant) >= EXACT && !Double.isInfinite(constant);
    }
}
