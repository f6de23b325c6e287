package dev.perigee.lua.check;

import dev.perigee.lua.facts.NamedInput;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * What a script calls its arguments.
 *
 * @param byPosition the names by the positions in ARGV; empty for one that has several names
 */
record InputNames(Map<Integer, String> byPosition) {

    static InputNames of(ScriptFacts facts) {
        Map<Integer, String> names = new HashMap<>();
        for (NamedInput input : facts.names()) {
            if (input.array() == Atom.Inputs.Array.ARGV) {
                names.merge(input.index(), input.name(), (a, b) -> a.equals(b) ? a : "");
            }
        }
        return new InputNames(names);
    }

    /** The name of the argument that a value is, or is read from; empty if there is none. */
    String of(Value value) {
        Source source = null;
        if (value.single() instanceof Atom.Text text) {
            source = text.only();
        } else if (value.single() instanceof Atom.Numeric number) {
            source = number.source();
        }
        return source instanceof Source.Argument of ? byPosition.getOrDefault(of.index(), "") : "";
    }
}
