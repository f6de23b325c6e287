package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls of commands, made of the grammar of their arguments; always the same for the same seed. */
public final class CommandLines {

    /** What would stop, stall or rearrange the server, is about it and not about keys, or draws whatever it is given. */
    private static final Set<String> LEFT_OUT = Set.of(
            "ACL",
            "CLIENT",
            "CLUSTER",
            "COMMAND",
            "CONFIG",
            "DEBUG",
            "FAILOVER",
            "FLUSHALL",
            "FUNCTION",
            "LATENCY",
            "LOLWUT",
            "MIGRATE",
            "MODULE",
            "MONITOR",
            "SAVE",
            "SCRIPT",
            "SELECT",
            "SHUTDOWN",
            "SWAPDB");

    /** Words by the argument's name, where one by its type would not do. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("s:id", "1-1 5-1 0"),
            Map.entry("s:lastid", "0-1 3-1"),
            Map.entry("s:last-id", "9-1"),
            Map.entry("s:max-deleted-id", "0-1"),
            Map.entry("s:encoding", "u8 i16"),
            Map.entry("s:threshold", "0 100"),
            Map.entry("s:min-idle-time", "0 100"),
            Map.entry("s:group", "g"),
            Map.entry("s:value", "10 v"),
            Map.entry("s:type", "hash string"),
            Map.entry("i:cursor", "0"),
            Map.entry("i:bit", "0 1"),
            Map.entry("i:index", "0 1 -1"),
            Map.entry("i:db", "1 2"),
            Map.entry("i:destination-db", "1 2"),
            Map.entry("i:increment", "1 -5 100"),
            Map.entry("i:decrement", "1 -5 100"),
            Map.entry("i:start", "0 1 -2"),
            Map.entry("i:stop", "0 1 -1"),
            Map.entry("i:end", "0 1 -1"),
            Map.entry("i:rank", "1 -1"),
            Map.entry("i:version", "5"),
            Map.entry("d:min", "-inf (1 0 1.5"),
            Map.entry("d:max", "+inf (3 2 2.5"),
            Map.entry("d:score", "1 2.5 -inf 1e3"),
            Map.entry("d:increment", "1 2.5 -3 1e2"),
            Map.entry("t:unix-time-seconds", "1999999999"),
            Map.entry("t:unix-time-milliseconds", "1999999999000"));

    /** The same, of some commands. */
    private static final Map<String, String> WORDS_OF = Map.ofEntries(
            Map.entry("SETBIT i:value", "0 1"),
            Map.entry("ZINCRBY d:increment", "1 2.5 -3 inf"),
            Map.entry("SPOP i:count", "0 1 2"),
            Map.entry("SRANDMEMBER i:count", "0 1 -2"),
            Map.entry("HRANDFIELD i:count", "0 1 -2"),
            Map.entry("ZRANDMEMBER i:count", "0 1 -2"),
            Map.entry("LREM i:count", "0 1 -2"),
            Map.entry("ZRANGEBYLEX s:min", "- [a (b"),
            Map.entry("ZRANGEBYLEX s:max", "+ [c (d"),
            Map.entry("ZREVRANGEBYLEX s:min", "- [a (b"),
            Map.entry("ZREVRANGEBYLEX s:max", "+ [c (d"),
            Map.entry("ZREMRANGEBYLEX s:min", "- [a (b"),
            Map.entry("ZREMRANGEBYLEX s:max", "+ [c (d"),
            Map.entry("ZLEXCOUNT s:min", "- [a (b"),
            Map.entry("ZLEXCOUNT s:max", "+ [c (d"),
            Map.entry("ZRANGE s:start", "0 1"),
            Map.entry("ZRANGE s:stop", "2 -1"),
            Map.entry("ZRANGESTORE s:min", "0 1"),
            Map.entry("ZRANGESTORE s:max", "2 -1"),
            Map.entry("XADD s:id", "5-1 6-*"),
            Map.entry("XRANGE s:start", "- 0-1 (0-1"),
            Map.entry("XRANGE s:end", "+ 9"),
            Map.entry("XREVRANGE s:start", "- 0-1"),
            Map.entry("XREVRANGE s:end", "+ 9 (9-1"),
            Map.entry("XPENDING s:start", "- 0-1"),
            Map.entry("XPENDING s:end", "+ 9"),
            Map.entry("XAUTOCLAIM s:start", "0-0 0"));

    /** By type. */
    private static final Map<Character, String> WORDS_OF_TYPE =
            Map.of('s', "a b 10 f", 'i', "1 2 5", 'd', "1 2.5 10", 't', "1999999999", 'p', "* a* w_*");

    /** What a mutation puts in the place of a word. */
    private static final List<String> FOREIGN = Arrays.asList(
            ("EX PX EXAT KEEPTTL PERSIST NX XX GT LT CH INCR GET COUNT LIMIT WITHSCORES WITHVALUES REV BYSCORE BYLEX MATCH TYPE"
                            + " REPLACE ABSTTL DB STORE ASC DESC ALPHA BY WEIGHTS AGGREGATE SUM MAXLEN MINID ~ = * $"
                            + " NOMKSTREAM MKSTREAM LEFT RIGHT BEFORE MIN MAX STREAMS JUSTID FORCE RANK MAXLEN LEN IDX ANY"
                            + " WITHCOORD STOREDIST FROMMEMBER BYRADIUS BYBOX KM SYNC BYTE BIT OVERFLOW WRAP SET ex nx"
                            + " foo 0 1 -1 2 3 1.5 .5 5. 1e3 1E+2 +5 007 -0 0x10 0x1p2 inf -inf +Inf INFINITY nan NaN (1 (inf [a"
                            + " - + 9223372036854775807 9223372036854775808 -9223372036854775808 1e400 abc 1x k1 10")
                    .split(" ", -1));

    private static final List<String> ODD = List.of("", " ", " 1", "1 ", "(", "[", "1.", "--1", "+", "1_000", "1,5");

    private final Random random;
    private final Target target;
    private int counted;
    private int keys;

    public CommandLines(Target target, long seed) {
        this.target = target;
        this.random = new Random(seed);
    }

    /** The commands, and subcommands, on the target that a test may run within a script. */
    public List<Command> harmless() {
        List<Command> commands = new ArrayList<>();
        for (String name : CommandTable.names()) {
            Command command = CommandTable.find(name).orElseThrow();
            if (!LEFT_OUT.contains(name)) {
                commands.addAll(command.subcommands().isEmpty() ? List.of(command) : command.subcommands());
            }
        }
        commands.removeIf(command -> !command.isOn(target)
                || command.isBarredFromScripts(target)
                || command.isAdministrative()
                || (command.isBlocking() && !command.name().startsWith("XREAD")));
        return commands;
    }

    /** A call that is correct as far as the grammar of the arguments tells. */
    public List<String> wellFormed(Command command) {
        List<String> words = new ArrayList<>(Arrays.asList(command.name().split(" ", -1)));
        counted = 0;
        keys = 0;
        list(command, command.arguments(), words);
        return words;
    }

    private void list(Command command, List<Element> elements, List<String> words) {
        for (Element element : elements) {
            // Nothing in a script waits.
            boolean waits = element instanceof Element.Sequence sequence
                    && isToken(sequence.parts().get(0), "BLOCK");
            boolean isPromised = counted > 0
                    && element instanceof Element.Word word
                    && word.name().equals("key");
            if (isThere(element) && !waits && (!element.optional() || isPromised || random.nextBoolean())) {
                int times = element.multiple() ? times(element) : 1;
                for (int i = 0; i < times; i++) {
                    one(command, element, words);
                }
            }
        }
    }

    private static boolean isToken(Element element, String text) {
        return element instanceof Element.Token token && token.text().equals(text);
    }

    private boolean isThere(Element element) {
        return element.since() == null || target.mayHave(element.since());
    }

    /** As many as a number before says, where one does. */
    private int times(Element element) {
        boolean isCounted = element instanceof Element.Word word
                && Set.of("key", "field", "weight").contains(word.name());
        if (counted == 0 && element instanceof Element.Word word && word.name().equals("key")) {
            counted = 1 + random.nextInt(2);
            return counted;
        }
        boolean perKey = element instanceof Element.Word word && word.name().equals("id") && keys > 1;
        return perKey ? keys : isCounted && counted > 0 ? counted : 1 + random.nextInt(2);
    }

    private void one(Command command, Element element, List<String> words) {
        if (element instanceof Element.Token token) {
            words.add(random.nextInt(4) == 0 ? token.text().toLowerCase(Locale.ROOT) : token.text());
        } else if (element instanceof Element.Choice choice) {
            List<Element> possible =
                    choice.choices().stream().filter(this::isThere).toList();
            list(command, List.of(possible.get(random.nextInt(possible.size()))), words);
        } else if (element instanceof Element.Sequence sequence) {
            list(command, sequence.parts(), words);
        } else {
            words.add(word(command, (Element.Word) element));
        }
    }

    private String word(Command command, Element.Word word) {
        if (word.type() == 'k') {
            keys++;
            return "k" + keys;
        } else if (word.name().equals("numkeys") || word.name().equals("numfields")) {
            counted = 1 + random.nextInt(2);
            return Integer.toString(counted);
        }
        String name = word.type() + ":" + word.name();
        String own = WORDS_OF.get(command.name() + " " + name);
        String named = own == null ? WORDS.get(name) : own;
        return any(named == null ? WORDS_OF_TYPE.get(word.type()) : named);
    }

    private String any(@Nullable String words) {
        String[] all = String.valueOf(words).split(" ", -1);
        return all[random.nextInt(all.length)];
    }

    /** The call with one or two words dropped, added, exchanged or replaced. */
    public List<String> mutated(List<String> line) {
        List<String> words = new ArrayList<>(line);
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            mutate(words);
        }
        return words;
    }

    private void mutate(List<String> words) {
        if (words.size() < 2) {
            words.add(foreign());
            return;
        }
        int at = 1 + random.nextInt(words.size() - 1);
        int other = 1 + random.nextInt(words.size() - 1);
        switch (random.nextInt(6)) {
            case 0 -> words.remove(at);
            case 1 -> words.add(at, foreign());
            case 2 -> words.add(foreign());
            case 3 -> words.set(at, words.set(other, words.get(at)));
            case 4 -> words.add(at, words.get(other));
            default -> words.set(at, foreign());
        }
    }

    private String foreign() {
        return random.nextInt(12) == 0
                ? ODD.get(random.nextInt(ODD.size()))
                : FOREIGN.get(random.nextInt(FOREIGN.size()));
    }
}
