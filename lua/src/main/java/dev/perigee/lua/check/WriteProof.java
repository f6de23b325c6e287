package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a script can run as EVAL_RO, which refuses what writes and what replicates without writing: PUBLISH, SPUBLISH and
 * PFCOUNT.
 *
 * @param refused the calls that it refuses
 * @param unknown the calls of which nothing is known: of a module's commands, or of a name that is computed
 * @param complete whether there are no other calls
 * @see <a href="https://redis.io/docs/latest/develop/programmability/#read-only-scripts">Read-only scripts</a>
 */
public record WriteProof(List<CommandUse> refused, List<CommandUse> unknown, boolean complete) {

    public WriteProof {
        refused = List.copyOf(refused);
        unknown = List.copyOf(unknown);
    }

    /** The proof for a script. */
    public static WriteProof of(ScriptFacts facts) {
        List<CommandUse> refused = new ArrayList<>();
        List<CommandUse> unknown = new ArrayList<>();
        for (CommandUse use : facts.commands()) {
            Command called = Calls.called(use);
            if (called == null || !called.subcommands().isEmpty()) {
                unknown.add(use);
            } else if (called.isRefusedReadOnly()) {
                refused.add(use);
            }
        }
        return new WriteProof(refused, unknown, facts.commandsComplete());
    }

    /** Whether it is proved that the script only reads. */
    public boolean isReadOnly() {
        return refused.isEmpty() && unknown.isEmpty() && complete;
    }
}
