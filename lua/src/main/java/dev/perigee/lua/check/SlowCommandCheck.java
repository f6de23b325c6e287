package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.Set;
import java.util.function.Consumer;

/** Commands that go through all keys are not called while all clients wait. */
final class SlowCommandCheck implements ScriptCheck {

    private static final Set<String> SLOW = Set.of("KEYS", "FLUSHALL", "FLUSHDB");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (CommandUse use : facts.commands()) {
            if (use.name() != null && SLOW.contains(use.name())) {
                report.accept(ScriptFinding.of(
                                ScriptRule.SLOW_COMMAND,
                                use.nameSpan(),
                                use.name()
                                        + " goes through all keys of the server, and no one is served until it is done")
                        .help("keep the keys in a set, or call it from the application"));
            }
        }
    }
}
