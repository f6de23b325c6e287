package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.GlobalUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Only globals that exist are read, and none is written: the sandbox raises an error for both. */
final class GlobalCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        List<GlobalUse> suspects = facts.globals().stream()
                .filter(use -> use.written() || !Sandbox.isGlobal(use.name(), settings.target()))
                .toList();
        Set<String> written = suspects.stream()
                .filter(GlobalUse::written)
                .map(GlobalUse::name)
                .collect(Collectors.toSet());
        for (GlobalUse use : suspects) {
            if (use.written()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.GLOBAL_ASSIGNMENT,
                                use.span(),
                                use.name() + " is a global variable here, and a script may not set one")
                        .help("make it local: local " + use.name()));
            } else if (!written.contains(use.name())) {
                report.accept(missing(use, settings));
            }
        }
    }

    private static ScriptFinding missing(GlobalUse use, Settings settings) {
        String instead = Sandbox.instead(use.name());
        if (instead != null) {
            return ScriptFinding.of(
                            ScriptRule.NOT_IN_SANDBOX,
                            use.span(),
                            settings.target().id() + " has no " + use.name() + " in scripts")
                    .help(instead);
        }
        return ScriptFinding.of(
                        ScriptRule.UNDEFINED_GLOBAL,
                        use.span(),
                        "there is no variable " + use.name() + ": it is not local here, and no global of the server's")
                .help(Nearest.to(use.name(), Sandbox.globals())
                        .map(near -> "did you mean " + near + "?")
                        .orElse("declare it before: local " + use.name()));
    }
}
