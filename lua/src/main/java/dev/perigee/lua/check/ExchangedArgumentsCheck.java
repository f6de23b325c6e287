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
import java.util.HashMap;
import java.util.Map;
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
        Map<Integer, String> names = names(facts);
        for (CommandUse use : facts.commands()) {
            Command command = Calls.command(use);
            if (command == null) {
                continue;
            }
            for (TimeWord time : command.times(Calls.line(use))) {
                Argument argument = use.arguments().get(time.word());
                String name = name(argument, names);
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

    /** What the script calls its arguments, by position; empty for one that has several names. */
    private static Map<Integer, String> names(ScriptFacts facts) {
        Map<Integer, String> names = new HashMap<>();
        for (NamedInput input : facts.names()) {
            if (input.array() == Atom.Inputs.Array.ARGV) {
                names.merge(input.index(), input.name(), (a, b) -> a.equals(b) ? a : "");
            }
        }
        return names;
    }

    private static String name(Argument argument, Map<Integer, String> names) {
        Source source = null;
        if (argument.value().single() instanceof Atom.Text text) {
            source = text.only();
        } else if (argument.value().single() instanceof Atom.Numeric number) {
            source = number.source();
        }
        return source instanceof Source.Argument of ? names.getOrDefault(of.index(), "") : "";
    }
}
