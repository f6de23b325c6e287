package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.TimeWord;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A time is where a command takes one, as far as the names tell that the script gives to its arguments. */
final class ExchangedArgumentsCheck implements CommandCheck {

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
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        Command command = call.command();
        if (command == null) {
            return;
        }
        for (TimeWord time : command.times(call.line())) {
            Argument argument = call.use().arguments().get(time.word());
            String name = call.names().of(argument.value());
            if (!name.isEmpty() && isNoTime(name, WITH_VALUE.contains(command.name()))) {
                report.accept(ScriptFinding.of(
                                ScriptRule.EXCHANGED_ARGUMENTS,
                                argument.span(),
                                "here " + command.name() + " takes its time, and gets what the script calls " + name)
                        .help(order(command)));
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
}
