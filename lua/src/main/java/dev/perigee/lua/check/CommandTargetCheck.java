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
                    .map(version -> ", which came with " + version)
                    .orElse("");
            report.accept(call.lacking(ScriptFinding.of(
                            ScriptRule.NOT_ON_TARGET,
                            use.nameSpan(),
                            settings.target().id() + " has no command " + called.name() + since)
                    .help(help(called))));
        }
    }

    private static String help(Command called) {
        return called.servers().isEmpty()
                ? ""
                : "it is on " + called.servers().stream().map(Target::id).collect(Collectors.joining(", "))
                        + "; name the server you use as the target";
    }
}
