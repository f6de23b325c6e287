package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
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
        List<KeyUse> uses = new ArrayList<>();
        for (int word : command.keys(call.line()).positions()) {
            if (word < use.arguments().size()) {
                Argument key = use.arguments().get(word);
                List<KeyOrigin> origins = key.value().atoms().stream()
                        .map(KeyOrigin::of)
                        .distinct()
                        .toList();
                uses.add(new KeyUse(use, word, key, origins));
            }
        }
        return uses;
    }
}
