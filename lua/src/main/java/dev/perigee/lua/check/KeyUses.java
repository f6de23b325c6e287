package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Finds the keys that a script hands to commands. */
public final class KeyUses {

    private KeyUses() {}

    /** The keys, in the order of the text. Keys of commands that are not known, and those behind {@code unpack}, are left out. */
    public static List<KeyUse> of(ScriptFacts facts) {
        return Call.of(facts).flatMap(call -> of(call).stream()).toList();
    }

    /** Those of one call. */
    static List<KeyUse> of(Call call) {
        Command command = call.command();
        if (command == null) {
            return List.of();
        }
        CommandUse use = call.use();
        List<Integer> positions = command.keys(call.line()).positions();
        List<KeyUse> uses = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            int word = positions.get(i);
            if (word < use.arguments().size()) {
                Argument key = use.arguments().get(word);
                uses.add(new KeyUse(use, word, key, origins(key.value())));
            }
        }
        return uses;
    }

    private static List<KeyOrigin> origins(Value key) {
        Atom only = key.single();
        return only == null ? key.atoms().stream().map(KeyOrigin::of).distinct().toList() : List.of(KeyOrigin.of(only));
    }
}
