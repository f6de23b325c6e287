package dev.perigee.lua.check;

import dev.perigee.lua.commands.CommandLine;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Integers are exact up to 2^53, since numbers are doubles in Lua. */
final class InexactIntegerCheck implements CommandCheck, ScriptCheck {

    /** What stands for a number that is not known. */
    private static final String SAMPLE = "1";

    private static final double EXACT = 1L << 53;

    /** Less than the seconds since 1970. */
    private static final double NOW = 1.5e9;

    /** The least seconds that are left of the time where it is counted from another day, as in identifiers. */
    private static final double MONTHS = 1.5e7;

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
        if (call.command() == null) {
            return false;
        }
        List<@Nullable String> words = new ArrayList<>(call.line().words());
        words.set(word, words.get(word) == null ? SAMPLE : words.get(word));
        return call.command().takesDouble(new CommandLine(words, call.line().open()), word, settings.target());
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
        return constant != null
                ? Math.abs(constant) >= EXACT && !Double.isInfinite(constant)
                : argument.value().all(InexactIntegerCheck::isTime);
    }

    /** Whether it is the time in so small a unit that it is beyond 2^53. */
    private static boolean isTime(Atom atom) {
        return atom instanceof Atom.Numeric number
                && number.kind() == Atom.Numeric.Kind.WHOLE
                && number.source() instanceof Source.Reply reply
                && reply.command().equals("TIME")
                && reply.element() == 1
                && Math.abs(number.factor()) * (number.shifted() ? MONTHS : NOW) >= EXACT;
    }
}
