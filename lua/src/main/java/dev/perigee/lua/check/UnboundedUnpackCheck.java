package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        List<FunctionCall> whole =
                facts.calls().stream().filter(UnboundedUnpackCheck::isWhole).toList();
        if (whole.isEmpty()) {
            return;
        }
        Map<Span, CommandUse> uses = new HashMap<>();
        facts.commands().forEach(use -> uses.putIfAbsent(use.span(), use));
        for (FunctionCall call : whole) {
            Atom of = call.arguments().get(0).value().single();
            if (of instanceof Atom.Table table && table.reply() != null && isUnbounded(table.reply(), uses)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.UNBOUNDED_UNPACK,
                                call.span(),
                                "unpack raises an error beyond 7999 elements, and "
                                        + table.reply().command() + " may reply more")
                        .help("hand them over in chunks: unpack(t, i, math.min(i + 4999, #t))"));
            }
        }
    }

    private static boolean isWhole(FunctionCall call) {
        return call.function().equals("unpack") && call.arguments().size() == 1 && !call.open();
    }

    private static boolean isUnbounded(Source.Reply reply, Map<Span, CommandUse> uses) {
        if (ALL.contains(reply.command())) {
            return true;
        }
        CommandUse use = uses.get(reply.call());
        if (use == null) {
            return false;
        }
        List<@Nullable String> words = Calls.line(use).words();
        boolean limited =
                use.open() || words.stream().skip(4).anyMatch(word -> word == null || word.equalsIgnoreCase("LIMIT"));
        boolean range = RANGES.contains(reply.command()) && words.size() > 3 && "-1".equals(words.get(3));
        return range || (SCORES.contains(reply.command()) && !limited);
    }
}
