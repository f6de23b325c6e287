package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import java.util.function.Consumer;

/** Scripts work on data. What administers a server acts on the one node alone that happens to run the script. */
final class AdministrationCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        Command called = call.called();
        if (called != null
                && called.isAdministrative()
                && called.isOn(settings.target())
                && !called.isBarredFromScripts(settings.target())) {
            report.accept(ScriptFinding.of(
                            ScriptRule.ADMINISTRATION,
                            use.nameSpan(),
                            called.name() + " administers a server, and acts on the one node that runs the script")
                    .help("call it from a tool that knows all nodes"));
        }
    }
}
