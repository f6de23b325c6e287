package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All paths return replies of one family. An error, a status and nil may stand for the outcome of any. */
final class MixedRepliesCheck implements ScriptCheck {

    private enum Family {
        INTEGER("an integer"),
        STRING("a string"),
        ARRAY("an array");

        private final String text;

        Family(String text) {
            this.text = text;
        }
    }

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        Set<Family> families = EnumSet.noneOf(Family.class);
        for (Return result : facts.returns()) {
            for (Atom atom : result.values().isEmpty()
                    ? List.<Atom>of()
                    : result.values().get(0).value().atoms()) {
                Family family = family(atom);
                if (family == null || families.contains(family)) {
                    continue;
                }
                boolean array = family == Family.ARRAY || families.contains(Family.ARRAY);
                if (array && !families.isEmpty()) {
                    report.accept(ScriptFinding.of(
                                    ScriptRule.MIXED_REPLIES,
                                    result.values().get(0).span(),
                                    "the script returns " + family.text + " here, and "
                                            + families.iterator().next().text + " on another path")
                            .help("return the same shape on all paths, so that callers can rely on it"));
                }
                families.add(family);
            }
        }
    }

    private static @Nullable Family family(Atom atom) {
        if (atom instanceof Atom.Numeric) {
            return Family.INTEGER;
        } else if (atom instanceof Atom.Text) {
            return Family.STRING;
        }
        return atom instanceof Atom.Table || atom instanceof Atom.Inputs ? Family.ARRAY : null;
    }
}
