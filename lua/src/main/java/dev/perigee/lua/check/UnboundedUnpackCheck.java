package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is unpacked has fewer elements than the stack has room for. */
final class UnboundedUnpackCheck implements ScriptCheck {

    private static final Set<String> ALL =
            Set.of("SMEMBERS", "HGETALL", "HKEYS", "HVALS", "KEYS", "SUNION", "SINTER", "SDIFF");

    private static final Set<String> RANGES = Set.of("LRANGE", "ZRANGE", "ZREVRANGE");

    private static final Set<String> SCORES = Set.of("ZRANGEBYSCORE", "ZREVRANGEBYSCORE", "ZRANGEBYLEX");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (FunctionCall call : facts.calls()) {
            boolean whole = call.function().equals("unpack") && call.arguments().size() == 1 && !call.open();
            if (!whole) {
                continue;
            }
            Atom of = call.arguments().get(0).value().single();
            if (of instanceof Atom.Table table && table.reply() != null && isUnbounded(table.reply(), facts)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.UNBOUNDED_UNPACK,
                                call.span(),
                                "unpack raises an error beyond 7999 elements, and "
                                        + table.reply().command() + " may reply more")
                        .help("hand them over in chunks: unpack(t, i, math.min(i + 4999, #t))"));
            }
        }
    }

    private static boolean isUnbounded(Source.Reply reply, ScriptFacts facts) {
        if (ALL.contains(reply.command())) {
            return true;
        }
        for (CommandUse use : facts.commands()) {
            if (!use.span().equals(reply.call())) {
                continue;
            }
            List<@Nullable String> words = Calls.line(use).words();
            boolean limited = use.open()
                    || words.stream().skip(4).anyMatch(word -> word == null || word.equalsIgnoreCase("LIMIT"));
            boolean range = RANGES.contains(reply.command()) && words.size() > 3 && "-1".equals(words.get(3));
            return range || (SCORES.contains(reply.command()) && !limited);
        }
        return false;
    }
}
