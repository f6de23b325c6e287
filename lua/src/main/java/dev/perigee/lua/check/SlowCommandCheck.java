package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import java.util.function.Consumer;

/** Commands that go through all keys are not called while all clients wait. */
final class SlowCommandCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        if ("KEYS".equals(use.name())) {
            report.accept(ScriptFinding.of(
                            ScriptRule.SLOW_COMMAND,
                            use.nameSpan(),
                            "KEYS goes through all keys of the server, and no one is served until it is done")
                    .help("keep the names of these keys in a set, or search with SCAN from the application"));
        } else if ("FLUSHALL".equals(use.name()) || "FLUSHDB".equals(use.name())) {
            report.accept(ScriptFinding.of(
                            ScriptRule.SLOW_COMMAND,
                            use.nameSpan(),
                            use.name() + " deletes all keys, also those that are not the script's")
                    .help("delete the script's own keys: redis.call('UNLINK', KEYS[1])"));
        }
    }
}
