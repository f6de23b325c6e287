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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A time is where a command takes one, as far as the names tell that the script gives to its arguments. */
final class ExchangedArgumentsCheck implements ScriptCheck {

    /** The words of a name: {@code lockTtl} has two, {@code lock_ttl} as well. */
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");

    private static final Pattern TIME = Pattern.compile(
            "p?ttl|p?expir.*|secs?|seconds?|ms|millis?|milliseconds?|mins?|minutes?|hours?|days?|weeks?|timeouts?|duration"
                    + "|leases?|periods?|windows?|lifetime|life|interval|age|idle|delay|wait|backoff|deadline|until|after"
                    + "|retention|validity|limit|time|at|px|ex|keep|hold|grace|cooldown|block");

    /** What is no time, as the last word of a name. */
    private static final Pattern VALUE = Pattern.compile(
            "token|owner|payload|body|json|name|username|user|member|content|contents|holder|uuid|guid");

    /** What may be any value, also a time, where the command takes no other. */
    private static final Pattern ANY_VALUE = Pattern.compile("value|val|data");

    private static final Set<String> WITH_VALUE = Set.of("SET", "SETEX", "PSETEX");

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
                if (isNoTime(name, WITH_VALUE.contains(command.name()))) {
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

    private static boolean isNoTime(String name, boolean withValue) {
        List<String> words = WORD.matcher(name)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
        if (words.isEmpty()
                || words.stream().anyMatch(word -> TIME.matcher(word).matches())) {
            return false;
        }
        String last = words.get(words.size() - 1);
        return VALUE.matcher(last).matches()
                || (withValue && ANY_VALUE.matcher(last).matches());
    }

    private static String order(Command command) {
        return switch (command.name()) {
            case "SETEX" -> "the order is SETEX key seconds value";
            case "PSETEX" -> "the order is PSETEX key milliseconds value";
            case "SET" -> "the value comes first, the time behind EX or PX";
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
