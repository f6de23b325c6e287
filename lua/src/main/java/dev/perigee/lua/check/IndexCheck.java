package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom.Inputs.Array;
import java.util.function.Consumer;

/** KEYS and ARGV are indexed by positions, and KEYS by those it has. */
final class IndexCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Array array : Array.values()) {
            for (IndexUse use : facts.of(array).constantIndexes()) {
                if (!use.isPosition()) {
                    report.accept(ScriptFinding.of(
                                    ScriptRule.INVALID_INDEX,
                                    use.span(),
                                    array + "[…] with this index is always nil: the positions in " + array
                                            + " are the whole numbers from 1")
                            .help("Lua counts from 1: the first is " + array + "[1]"));
                } else if (array == Array.KEYS && settings.keyCount() >= 0 && use.index() > settings.keyCount()) {
                    report.accept(ScriptFinding.of(
                            ScriptRule.KEYS_OUT_OF_RANGE,
                            use.span(),
                            "KEYS[" + use.position() + "] is out of range: the script is called with "
                                    + settings.keyCount() + (settings.keyCount() == 1 ? " key" : " keys")));
                }
            }
        }
    }
}
