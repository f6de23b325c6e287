package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.TimeWord;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.NamedInput;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A time is where a command takes one, as far as the names tell that the script gives to its arguments. */
final class ExchangedArgumentsCheck implements ScriptCheck {

    private static final Pattern TIME = Pattern.compile(
            "(?i).*(ttl|expir|second|sec$|secs$|milli|_ms$|ms$|timeout|duration|lease|period|window|lifetime|interval).*");

    private static final Pattern VALUE =
            Pattern.compile("(?i).*(value|val$|token|owner|payload|data|body|json|name|user|member|content|holder).*");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (CommandUse use : facts.commands()) {
            Command command = Calls.command(use);
            if (command == null) {
                continue;
            }
            for (TimeWord time : command.times(Calls.line(use))) {
                Argument argument = use.arguments().get(time.word());
                String name = name(argument, facts);
                if (VALUE.matcher(name).matches() && !TIME.matcher(name).matches()) {
                    report.accept(ScriptFinding.of(
                                    ScriptRule.EXCHANGED_ARGUMENTS,
                                    argument.span(),
                                    "here " + command.name() + " takes its time, and gets what the script calls "
                                            + name)
                            .help(order(command)));
                }
            }
        }
    }

    private static String order(Command command) {
        return switch (command.name()) {
            case "SETEX" -> "the order is SETEX key seconds value";
            case "PSETEX" -> "the order is PSETEX key milliseconds value";
            default -> "";
        };
    }

    /** What the script calls an argument; empty if it has no name, or several. */
    private static String name(Argument argument, ScriptFacts facts) {
        Source source = null;
        if (argument.value().single() instanceof Atom.Text text) {
            source = text.only();
        } else if (argument.value().single() instanceof Atom.Numeric number) {
            source = number.source();
        }
        if (!(source instanceof Source.Argument of) || of.index() == 0) {
            return "";
        }
        return facts.names().stream()
                .filter(name -> name.array() == Atom.Inputs.Array.ARGV && name.index() == of.index())
                .map(NamedInput::name)
                .distinct()
                .reduce((a, b) -> "")
                .orElse("");
    }
}
