package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The target server has the commands. */
final class CommandTargetCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        Command called = call.called();
        if (called != null && !called.isOn(settings.target())) {
            String since = called.since()
                    .map(version -> ", which came with " + family(called) + version)
                    .orElse("");
            report.accept(call.lacking(ScriptFinding.of(
                            ScriptRule.NOT_ON_TARGET,
                            use.nameSpan(),
                            settings.target().id() + " has no command " + called.name() + since)
                    .help(help(called))));
        }
    }

    /** Whose version it is: Valkey has the commands of Redis 7.2 and before, and others of its own. */
    private static String family(Command called) {
        boolean valkeyOnly =
                called.servers().stream().allMatch(target -> target.id().startsWith("valkey"));
        return called.servers().isEmpty() ? "" : valkeyOnly ? "Valkey " : "Redis ";
    }

    private static String help(Command called) {
        return called.servers().isEmpty()
                ? ""
                : "it is on " + called.servers().stream().map(Target::id).collect(Collectors.joining(", "))
                        + "; name the server you use as the target";
    }
}
