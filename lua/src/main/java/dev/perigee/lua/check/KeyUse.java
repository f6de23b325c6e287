package dev.perigee.lua.check;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import java.util.List;

/**
 * A key that a script hands to a command.
 *
 * @param command the call
 * @param word which argument of it, from 1; 0 is the command's name
 * @param key the argument
 * @param origins where the key comes from, one for each thing it can be
 */
public record KeyUse(CommandUse command, int word, Argument key, List<KeyOrigin> origins) {

    public KeyUse {
        origins = List.copyOf(origins);
    }
}
