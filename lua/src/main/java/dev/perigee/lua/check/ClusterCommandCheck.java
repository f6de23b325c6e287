package dev.perigee.lua.check;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Redis Cluster has one database only, and refuses what may read keys that are not declared. */
final class ClusterCommandCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        if (settings.profile() != Profile.CLUSTER) {
            return;
        }
        CommandUse use = call.use();
        String name = use.name() == null ? "" : use.name();
        String database = name.equals("SELECT") ? word(use, 1) : null;
        if (name.equals("MOVE") || name.equals("SWAPDB") || (database != null && !database.equals("0"))) {
            report.accept(ScriptFinding.of(
                            ScriptRule.NOT_ON_TARGET,
                            use.nameSpan(),
                            "Redis Cluster has one database only, and refuses " + name)
                    .help("tell the keys apart by their names"));
        } else if (name.equals("SORT") || name.equals("SORT_RO")) {
            sort(use, name, settings.target(), report);
        }
    }

    /** Newer servers take patterns in the slot of the key. */
    private static void sort(CommandUse use, String name, Target target, Consumer<ScriptFinding> report) {
        if (target.isValkey() || target.isAtLeast(Target.REDIS_7_4)) {
            return;
        }
        for (int i = 2; i + 1 < use.arguments().size(); i++) {
            String word = word(use, i);
            String pattern = word(use, i + 1);
            boolean by = "BY".equalsIgnoreCase(word) && pattern != null && pattern.contains("*");
            if (by || "GET".equalsIgnoreCase(word)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.NOT_ON_TARGET,
                                use.arguments().get(i).span(),
                                "Redis Cluster refuses " + name + " with " + (by ? "BY" : "GET")
                                        + ", which may read keys that are not declared")
                        .help("read the other keys one by one, and declare them"));
                return;
            }
        }
    }

    private static @Nullable String word(CommandUse use, int at) {
        return at < use.arguments().size() ? Calls.word(use.arguments().get(at).value()) : null;
    }
}
