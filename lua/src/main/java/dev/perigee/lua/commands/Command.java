package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A command, or a subcommand. Immutable. */
public final class Command {
    /** The options that a time to live, or its end, stands behind. */
    static final List<String> LIFETIMES = List.of("EX", "PX", "EXAT", "PXAT");

    private final String name;
    private final int arity;
    private final @Nullable String since;
    private final Set<Target> servers;
    private final Set<Target> barring;
    private final String flags;
    private final List<KeySpec> keys;
    private final ReplyForms replies;
    private final List<Element> arguments;
    private final List<Command> subcommands;
    private final int fixedWords;

    /**
     * The options from each of the arguments on, where it is not known how many keys there are. Read when they are first asked
     * for; several threads may do so at once, and find the same.
     */
    private final @Nullable Options[] options;

    Command(
            String name,
            int arity,
            @Nullable String since,
            Set<Target> servers,
            Set<Target> barring,
            String flags,
            List<KeySpec> keys,
            ReplyForms replies,
            List<Element> arguments,
            List<Command> subcommands) {
        this.name = name;
        this.arity = arity;
        this.since = since;
        this.servers = servers;
        this.barring = barring;
        this.flags = flags;
        this.keys = keys;
        this.replies = replies;
        this.arguments = arguments;
        this.subcommands = subcommands;
        this.fixedWords = fixedWords(arguments);
        this.options = new Options[arguments.size() + 1];
    }

    /** The name in upper case; of a subcommand with its command's: {@code XINFO STREAM}. */
    public String name() {
        return name;
    }

    /** The number of words with the name; if negative, the least such number. */
    public int arity() {
        return arity;
    }

    /** Whether a server has it. */
    public boolean isOn(Target target) {
        return servers.contains(target);
    }

    /** The servers that have it. */
    public Set<Target> servers() {
        return servers;
    }

    /** The first version that had it: {@code 7.0.0}. */
    public Optional<String> since() {
        return Optional.ofNullable(since);
    }

    /** Whether a server refuses it in scripts. */
    public boolean isBarredFromScripts(Target target) {
        return barring.contains(target);
    }

    /** Whether it may write, as far as the server is concerned. */
    public boolean writes() {
        return flags.contains("w");
    }

    /** Whether EVAL_RO refuses it: what writes, and what replicates without writing, as PUBLISH does. */
    public boolean isRefusedReadOnly() {
        return writes() || flags.contains("r");
    }

    /** Whether it waits for something, outside of scripts. */
    public boolean isBlocking() {
        return flags.contains("b");
    }

    /** Whether it is for who runs the server, not for who uses it. */
    public boolean isAdministrative() {
        return flags.contains("a");
    }

    /** Its subcommands; none for most. */
    public List<Command> subcommands() {
        return subcommands;
    }

    /** The subcommand of a call; empty if there is none of that name, or the name is not known. */
    public Optional<Command> subcommand(@Nullable String word) {
        if (word != null && !subcommands.isEmpty()) {
            String full = name + " " + word;
            for (Command command : subcommands) {
                if (command.name.equalsIgnoreCase(full)) {
                    return Optional.of(command);
                }
            }
        }
        return Optional.empty();
    }

    /** This command, or the subcommand that a call names. */
    public Command of(CommandLine line) {
        return line.words().size() < 2 ? this : subcommand(line.words().get(1)).orElse(this);
    }

    private boolean isContainer() {
        return !subcommands.isEmpty();
    }

    /** Where a call's keys are. */
    public KeyPositions keys(CommandLine line) {
        Command called = of(line);
        if (called.isContainer()) {
            return new KeyPositions(List.of(), false);
        }
        List<Integer> positions = new ArrayList<>(2);
        boolean complete = true;
        for (KeySpec spec : called.keys) {
            complete &= spec.find(line, positions);
        }
        if (called.name.equals("MIGRATE")) {
            // With KEYS, an empty word stands where its one key would be.
            positions.removeIf(at -> "".equals(line.words().get(at)));
        }
        boolean sorted = positions.size() < 2 || called.keys.size() == 1;
        return new KeyPositions(
                sorted ? positions : positions.stream().distinct().sorted().toList(), complete);
    }

    /** What is wrong with a call's words, as far as their text tells. Their number is looked at only where it must be even. */
    public List<WordProblem> problems(CommandLine line, Target target) {
        Command called = of(line);
        int first = called == this ? 1 : 2;
        return called.isContainer() ? List.of() : new WordMatcher(called, line, target).match(first);
    }

    /** Whether a word of a call is read as a floating-point number: a score, a bound of scores, an increment. */
    public boolean takesDouble(CommandLine line, int word, Target target) {
        Command called = of(line);
        if (called.isContainer()) {
            return false;
        }
        WordMatcher matcher = new WordMatcher(called, line, target);
        matcher.match(called == this ? 1 : 2);
        return matcher.doubles().contains(word);
    }

    /** What keeps a call's words from being this command's arguments in any order that servers take; null if nothing does. */
    public @Nullable WordProblem misfit(CommandLine line) {
        Command called = of(line);
        return called.isContainer() || called.isAdministrative()
                ? null
                : WordOrder.problem(called, line, called == this ? 1 : 2);
    }

    /** How many words stand at fixed places, before all options. */
    private static int fixedWords(List<Element> arguments) {
        int fixed = 0;
        for (Element element : arguments) {
            if (!(element instanceof Element.Word) || element.optional() || element.multiple()) {
                break;
            }
            fixed++;
        }
        return fixed;
    }

    List<Element> arguments() {
        return arguments;
    }

    /**
     * The options among its arguments.
     *
     * @param from the first of the arguments that may be one
     * @param counted how many keys there are; -1 if that is not known
     */
    Options options(int from, int counted) {
        Options known = counted < 0 ? options[from] : null;
        if (known == null) {
            known = Options.of(arguments.subList(from, arguments.size()), counted);
            if (counted < 0) {
                options[from] = known;
            }
        }
        return known;
    }

    /** The forms that its reply can have; {@link LuaReply.Any} where that is not known. */
    public List<LuaReply> replies(CommandLine line) {
        Command called = of(line);
        int first = called == this ? 1 : 2;
        return called.isContainer()
                ? List.of(new LuaReply.Any())
                : called.replies.of(called.withOptions(line), first, first + called.fixedWords);
    }

    /**
     * The call as far as its words can be options: without what is behind the ID of an entry of a stream, and with something
     * else in the place of a time to live that is not known.
     */
    private CommandLine withOptions(CommandLine line) {
        if (name.equals("XADD")) {
            int id = line.words().indexOf("*");
            return id < 0 ? line : new CommandLine(line.words().subList(0, id + 1), false);
        } else if (!name.equals("SET") || !line.words().contains(null)) {
            return line;
        }
        List<@Nullable String> words = new ArrayList<>(line.words());
        for (int i = fixedWords + 2; i < words.size(); i++) {
            String before = words.get(i - 1);
            if (words.get(i) == null && before != null && LIFETIMES.contains(before.toUpperCase(Locale.ROOT))) {
                words.set(i, "1");
            }
        }
        return new CommandLine(words, line.open());
    }

    /** Which words are durations or instants. */
    public List<TimeWord> times(CommandLine line) {
        Command called = of(line);
        return called.isContainer() ? List.of() : TimeWords.of(called.name, line);
    }
}
