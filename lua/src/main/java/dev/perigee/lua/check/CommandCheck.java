package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import java.util.function.Consumer;

/** Verifies one thing of every call of a command, whatever else the script does. Has no state. */
@FunctionalInterface
non-sealed interface CommandCheck extends Check {

    /** Reports what is wrong with a call. */
    void check(Call call, Settings settings, Consumer<ScriptFinding> report);
}
