package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandLine;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call of a command, with what the table of commands knows of it.
 *
 * @param use what the script does
 * @param line its words, as the table takes them
 * @param command the command; null for one that is not in the table
 * @param called the command, or the subcommand, that is called
 * @param names what the script calls its arguments
 */
record Call(
        CommandUse use,
        CommandLine line,
        @Nullable Command command,
        @Nullable Command called,
        InputNames names) {

    /** All calls of a script, in the order of its text; each is made when it is asked for. */
    static Stream<Call> of(ScriptFacts facts) {
        InputNames names = InputNames.of(facts);
        return facts.commands().stream().map(use -> of(use, names));
    }

    /** A call, by a script that has these names for its arguments. */
    static Call of(CommandUse use, InputNames names) {
        CommandLine line = Calls.line(use);
        Command command = Calls.command(use);
        return new Call(use, line, command, command == null ? null : command.of(line), names);
    }
}
