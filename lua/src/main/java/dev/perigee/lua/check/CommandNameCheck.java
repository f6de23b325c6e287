package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandTable;
import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Commands and subcommands exist. Names with a dot are those of modules, and left alone. */
final class CommandNameCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        String name = use.name();
        if (name == null || name.contains(".")) {
            return;
        }
        Command command = call.command();
        if (command == null) {
            report.accept(ScriptFinding.of(ScriptRule.UNKNOWN_COMMAND, use.nameSpan(), "there is no command " + name)
                    .help(Nearest.to(name, CommandTable.names())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("")));
        } else if (!command.subcommands().isEmpty() && use.arguments().size() > 1) {
            subcommand(command, use.arguments().get(1), report);
        }
    }

    private static void subcommand(Command command, Argument argument, Consumer<ScriptFinding> report) {
        String word = argument.value().literal();
        if (word == null || command.subcommand(word).isPresent()) {
            return;
        }
        List<String> names = command.subcommands().stream()
                .map(sub -> sub.name().substring(command.name().length() + 1))
                .toList();
        String help = Nearest.to(word.toUpperCase(Locale.ROOT), names)
                .map(near -> "did you mean " + near + "?")
                .orElse("it has " + String.join(", ", names));
        report.accept(ScriptFinding.of(
                        ScriptRule.UNKNOWN_SUBCOMMAND,
                        argument.span(),
                        command.name() + " has no subcommand " + word.toUpperCase(Locale.ROOT))
                .help(help));
    }
}
