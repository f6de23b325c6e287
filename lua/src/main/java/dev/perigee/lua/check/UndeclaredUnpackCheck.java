package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.function.Consumer;

/** Keys that are handed over by {@code unpack} come from KEYS, as {@link UndeclaredKeyCheck} wants it of the others. */
final class UndeclaredUnpackCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        if (settings.profile() != Profile.CLUSTER && settings.profile() != Profile.STANDALONE) {
            return;
        }
        for (UnpackedKeys keys : UnpackedKeys.of(facts)) {
            if (keys.areArguments()) {
                report.accept(UndeclaredKeyCheck.undeclared(
                        ScriptRule.KEY_FROM_ARGUMENT,
                        keys.span(),
                        "these keys are elements of ARGV, so Redis Cluster cannot tell where the script belongs",
                        settings.profile() == Profile.CLUSTER));
            }
        }
    }
}
