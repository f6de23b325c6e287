package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The functions of the server's library get as many arguments as they take, which they count themselves. */
final class FunctionArityCheck implements ScriptCheck {

    /**
     * How many arguments a function takes.
     *
     * @param least how many at least
     * @param most how many at most
     */
    private record Arity(int least, int most) {

        static final Arity ONE = new Arity(1, 1);
    }

    private static final Map<String, Arity> ARITIES = Map.of(
            "redis.error_reply", Arity.ONE,
            "redis.status_reply", Arity.ONE,
            "redis.sha1hex", Arity.ONE,
            "redis.setresp", Arity.ONE,
            "redis.set_repl", Arity.ONE,
            "redis.log", new Arity(2, Integer.MAX_VALUE));

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (FunctionCall call : facts.calls()) {
            @Nullable Arity arity = ARITIES.get(call.function());
            int given = call.arguments().size();
            if (arity == null
                    || (given >= arity.least && given <= arity.most)
                    || (call.open() && given < arity.least)) {
                continue;
            }
            boolean log = call.function().equals("redis.log");
            report.accept(ScriptFinding.of(
                            ScriptRule.COMMAND_ARITY,
                            call.span(),
                            call.function() + " takes " + (arity.most > arity.least ? "at least " : "")
                                    + Calls.count(arity.least) + ", and gets "
                                    + (given == 0 ? "none" : Integer.toString(given)))
                    .help(log ? "the level comes first: redis.log(redis.LOG_WARNING, …)" : ""));
        }
    }
}
