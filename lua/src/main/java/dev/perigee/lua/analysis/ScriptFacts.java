package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.ArrayUse;
import java.util.List;

/**
 * What is proved of a script. Unknown stays unknown: where the text does not settle a question, {@link ArrayUse#dynamic()}
 * is true or {@code commandsComplete} false.
 *
 * @param keys the use of {@code KEYS}
 * @param argv the use of {@code ARGV}
 * @param commands the commands called by a literal name, in the order of the text
 * @param commandsComplete whether the script can call no other commands than these
 */
public record ScriptFacts(ArrayUse keys, ArrayUse argv, List<CommandUse> commands, boolean commandsComplete) {

    public ScriptFacts {
        commands = List.copyOf(commands);
    }
}
