package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandLine;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.Set;
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
 * @param isVersioned whether the script looks at the server's version
 */
record Call(
        CommandUse use,
        CommandLine line,
        @Nullable Command command,
        @Nullable Command called,
        InputNames names,
        boolean isVersioned) {

    private static final Set<String> VERSIONS =
            Set.of("REDIS_VERSION", "REDIS_VERSION_NUM", "SERVER_NAME", "SERVER_VERSION", "SERVER_VERSION_NUM");

    /** All calls of a script, in the order of its text; each is made when it is asked for. */
    static Stream<Call> of(ScriptFacts facts) {
        InputNames names = InputNames.of(facts);
        boolean isVersioned =
                facts.libraries().stream().anyMatch(read -> !read.written() && VERSIONS.contains(read.field()));
        return facts.commands().stream().map(use -> of(use, names, isVersioned));
    }

    private static Call of(CommandUse use, InputNames names, boolean isVersioned) {
        CommandLine line = Calls.line(use);
        Command command = Calls.command(use);
        Command called = command == null ? null : command.of(line);
        return new Call(use, line, command, called, names, isVersioned);
    }

    /** What is found where the target lacks something: a note, if the script seems to reckon with servers that do. */
    ScriptFinding lacking(ScriptFinding finding) {
        if (use.isCaught()) {
            return finding.as(Severity.NOTE).note("the script catches the error");
        }
        return isVersioned
                ? finding.as(Severity.NOTE).note("the script looks at the server's version; is it new enough here?")
                : finding;
    }
}
