package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Condition;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** An integer reply decides nothing by itself: 0 is true in Lua. */
final class IntegerConditionCheck implements ScriptCheck {

    /** Commands that answer no with 0. */
    private static final Set<String> ANSWERS = Set.of(
            "EXISTS",
            "HEXISTS",
            "SISMEMBER",
            "SADD",
            "SREM",
            "SMOVE",
            "DEL",
            "UNLINK",
            "HDEL",
            "HSET",
            "HSETNX",
            "SETNX",
            "MSETNX",
            "EXPIRE",
            "PEXPIRE",
            "EXPIREAT",
            "PEXPIREAT",
            "PERSIST",
            "LLEN",
            "SCARD",
            "HLEN",
            "ZCARD",
            "ZCOUNT",
            "STRLEN",
            "XLEN",
            "ZADD",
            "ZREM",
            "LREM",
            "GETBIT",
            "SETBIT",
            "COPY",
            "RENAMENX",
            "PFADD",
            "XACK",
            "XDEL",
            "LPUSHX",
            "RPUSHX",
            "LINSERT",
            "TOUCH",
            "PUBLISH",
            "TTL",
            "PTTL",
            "ZREMRANGEBYSCORE",
            "ZREMRANGEBYRANK");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Condition condition : facts.conditions()) {
            Value value = condition.tested().value();
            boolean decides = condition.isBranch() || condition.negated() || condition.chooses();
            if (decides && value.all(IntegerConditionCheck::isAnswer)) {
                Atom.Numeric number = (Atom.Numeric) value.atoms().get(0);
                String command = ((Source.Reply) Objects.requireNonNull(number.source())).command();
                report.accept(ScriptFinding.of(
                                ScriptRule.INTEGER_CONDITION,
                                condition.tested().span(),
                                command + " replies an integer, and in Lua 0 is true as well: this "
                                        + (condition.negated() ? "never holds" : "always holds"))
                        .help(condition.negated() ? "compare it: == 0" : "compare it: == 1, or > 0"));
            }
        }
    }

    private static boolean isAnswer(Atom atom) {
        return atom instanceof Atom.Numeric number
                && number.kind() == Atom.Numeric.Kind.WHOLE
                && number.source() instanceof Source.Reply reply
                && reply.element() == 0
                && !number.shifted()
                && ANSWERS.contains(reply.command());
    }
}
