package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.function.Consumer;

/** Verifies one thing of a script. Has no state. */
@FunctionalInterface
non-sealed interface ScriptCheck extends Check {

    /** Reports what is wrong. */
    void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report);
}
