package dev.perigee.lua.check;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Shebang;
import java.util.function.Consumer;

/** The flags of the first line agree with what the script does, and the target knows such a line. */
final class ShebangCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        Shebang shebang = facts.shebang();
        if (shebang == null) {
            return;
        }
        if (!settings.target().isAtLeast(Target.REDIS_7_0)) {
            report.accept(ScriptFinding.of(
                            ScriptRule.SHEBANG,
                            shebang.span(),
                            settings.target().id() + " takes a first line of this kind for a syntax error")
                    .help("leave it out, or name a newer server as the target"));
        }
        if (shebang.flags().contains("no-cluster") && settings.profile() == Profile.CLUSTER) {
            report.accept(ScriptFinding.of(
                            ScriptRule.SHEBANG,
                            shebang.span(),
                            "the script has the flag no-cluster, and so Redis Cluster refuses it")
                    .help("leave the flag out, or name another profile than cluster"));
        }
        if (shebang.flags().contains("no-writes")) {
            for (CommandUse use : WriteProof.of(facts).refused()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.SHEBANG,
                                use.nameSpan(),
                                "the script has the flag no-writes, and so " + use.name() + " is refused in it")
                        .help("leave the flag out, or the command"));
            }
        }
    }
}
