package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import java.util.Map;
import java.util.function.Consumer;

/** Commands are allowed in scripts, and those that block are known not to. */
final class CommandAllowedCheck implements CommandCheck {

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("BLPOP", "LPOP"),
            Map.entry("BRPOP", "RPOP"),
            Map.entry("BLMOVE", "LMOVE"),
            Map.entry("BRPOPLPUSH", "RPOPLPUSH"),
            Map.entry("BLMPOP", "LMPOP"),
            Map.entry("BZMPOP", "ZMPOP"),
            Map.entry("BZPOPMIN", "ZPOPMIN"),
            Map.entry("BZPOPMAX", "ZPOPMAX"));

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        Command called = call.called();
        if (called == null || !called.isOn(settings.target())) {
            return;
        }
        boolean waits = called.isBlocking() && mayWait(called, use);
        boolean barred = called.isBarredFromScripts(settings.target())
                || (waits && isRead(called) && !settings.target().isAtLeast(Target.REDIS_7_2));
        if (barred) {
            report.accept(ScriptFinding.of(
                            ScriptRule.NOT_ALLOWED_IN_SCRIPT,
                            use.nameSpan(),
                            settings.target().id() + " refuses " + called.name() + (isRead(called) ? " BLOCK" : "")
                                    + " in a script")
                    .help(instead(called)));
        } else if (waits) {
            report.accept(ScriptFinding.of(
                            ScriptRule.BLOCKING_COMMAND,
                            use.nameSpan(),
                            called.name() + " does not wait in a script: it acts as if its time had passed at once")
                    .help(instead(called)));
        }
    }

    private static boolean isRead(Command called) {
        return called.name().equals("XREAD") || called.name().equals("XREADGROUP");
    }

    private static boolean mayWait(Command called, CommandUse use) {
        if (!isRead(called)) {
            return true;
        }
        int names = called.name().equals("XREADGROUP") ? 4 : 1;
        for (Argument argument : use.arguments()
                .subList(
                        Math.min(names, use.arguments().size()), use.arguments().size())) {
            String word = argument.value().literal();
            if ("BLOCK".equalsIgnoreCase(word) || "STREAMS".equalsIgnoreCase(word)) {
                return "BLOCK".equalsIgnoreCase(word);
            }
        }
        return false;
    }

    private static String instead(Command called) {
        String other = INSTEAD.get(called.name());
        if (other != null) {
            return "a script cannot wait: use " + other + ", and wait in the application";
        }
        return isRead(called) ? "leave BLOCK out, and wait in the application" : "call it from the application";
    }
}
