package dev.perigee.lua.commands;

import dev.perigee.lua.commands.WordProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a call's words with the arguments of its command, as far as that can be done without a doubt: the words that stand
 * at fixed places, options after them, and groups of words that repeat.
 */
final class WordMatcher {
    static final Pattern INTEGER = Pattern.compile("[-+]?\\d+");
    private static final Pattern COUNT = Pattern.compile("\\d{1,5}");
    private static final String FLOAT = "[-+]?(inf(inity)?|0x[0-9a-f.p+-]+|(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?)";
    private static final Pattern NUMBER = Pattern.compile(FLOAT, Pattern.CASE_INSENSITIVE);

    /** A bound of scores may be left out, and is 0 then. */
    static final Pattern BOUND = Pattern.compile("\\(?\\s*(" + FLOAT + ")?", Pattern.CASE_INSENSITIVE);

    private final Command command;
    private final CommandLine line;
    private final Target target;
    private final List<WordProblem> problems = new ArrayList<>();

    /** The options that are there, and where. */
    private final Map<String, Integer> used = new LinkedHashMap<>();

    private boolean optionsKnown;

    /** Where a floating-point number is taken, as far as that is known. */
    private final List<Integer> doubles = new ArrayList<>(0);

    WordMatcher(Command command, CommandLine line, Target target) {
        this.command = command;
        this.line = line;
        this.target = target;
    }

    private int size() {
        return line.words().size();
    }

    private @Nullable String word(int at) {
        return line.words().get(at);
    }

    /**
     * What is wrong.
     *
     * @param first the position of the first argument
     */
    List<WordProblem> match(int first) {
        List<Element> elements = command.arguments();
        int at = first;
        int element = 0;
        int counted = -1;
        while (element < elements.size() && at >= 0) {
            Element next = elements.get(element);
            if (next instanceof Element.Word word && !word.optional() && word.multiple() && counted >= 0) {
                checkCount(counted, at);
                at += counted;
            } else if (next.optional() || next.multiple()) {
                break;
            } else if (next instanceof Element.Word word) {
                counted = fixed(word, at);
                at++;
            } else if (isChoiceOfTokens(next)) {
                choice((Element.Choice) next, at);
                at++;
            } else {
                break;
            }
            element++;
        }
        if (at < size()) {
            rest(element, at, counted);
        } else {
            optionsKnown = !line.open();
        }
        if (problems.isEmpty()) {
            problems.addAll(new WordRules(command, line, optionsKnown ? used : null).problems());
        }
        return problems;
    }

    /** The words that are read as floating-point numbers, once they have been matched. */
    List<Integer> doubles() {
        return doubles;
    }

    /** Takes a word at a fixed place; gives the number that it is, if that is how many words follow, or else -1. */
    private int fixed(Element.Word expected, int at) {
        if (at >= size()) {
            return -1;
        }
        checkType(expected, at);
        String word = word(at);
        boolean counts = expected.name().equals("numkeys")
                && word != null
                && COUNT.matcher(word).matches();
        return counts ? Integer.parseInt(String.valueOf(word)) : -1;
    }

    private void checkCount(int counted, int from) {
        if (from + counted > size() && !line.open()) {
            problems.add(new WordProblem(
                    Kind.MISSING_OPERAND,
                    from - 1,
                    command.name() + " is told of " + counted + " keys here, and gets " + (size() - from),
                    "the number must be that of the keys behind it"));
        }
    }

    private static boolean isChoiceOfTokens(Element element) {
        return element instanceof Element.Choice choice && choice.isOfTokens();
    }

    private void choice(Element.Choice choice, int at) {
        String word = at < size() ? word(at) : null;
        List<String> tokens = choice.choices().stream()
                .map(token -> ((Element.Token) token).text())
                .toList();
        if (word != null && tokens.stream().noneMatch(word::equalsIgnoreCase)) {
            problems.add(new WordProblem(
                    Kind.UNKNOWN_OPTION,
                    at,
                    command.name() + " takes " + String.join(" or ", tokens) + " here, and '" + word + "' is none",
                    ""));
        }
    }

    /** Takes the words from a position on, by the arguments from an element on. */
    private void rest(int element, int at, int counted) {
        List<Element> rest =
                command.arguments().subList(element, command.arguments().size());
        Element last = rest.isEmpty() ? null : rest.get(rest.size() - 1);
        Options options = command.options(element, counted);
        if (options.complete()) {
            options(options, at);
        } else if (last instanceof Element.Sequence group && isGroup(group)) {
            Options before = Options.of(rest.subList(0, rest.size() - 1), counted);
            if (before.complete()) {
                int data = optionsBefore(before, at);
                groups(group, data, before.all().isEmpty());
            }
        }
    }

    private static boolean isGroup(Element.Sequence group) {
        return group.multiple()
                && group.parts().stream()
                        .allMatch(part -> part instanceof Element.Word && !part.optional() && !part.multiple());
    }

    private void checkType(Element.Word expected, int at) {
        if (number(expected) == BOUND || expected.type() == 'd') {
            doubles.add(at);
        }
        String word = word(at);
        if (word == null) {
            return;
        }
        boolean integer = expected.type() == 'i' || expected.type() == 't';
        boolean isEmptyCursor = expected.name().equals("cursor") && word.isEmpty();
        boolean wrong = (integer && !isEmptyCursor && !INTEGER.matcher(word).matches())
                || (expected.type() == 'd' && !number(expected).matcher(word).matches());
        if (wrong) {
            problems.add(new WordProblem(
                    Kind.NOT_A_NUMBER,
                    at,
                    command.name() + " takes " + (integer ? "an integer" : "a number") + " here, the "
                            + expected.name().replace('-', ' ') + ", and '" + word + "' is none",
                    order()));
        }
    }

    private static Pattern number(Element.Word expected) {
        return expected.name().equals("min") || expected.name().equals("max") ? BOUND : NUMBER;
    }

    /** The order of the arguments, if it is a fixed one. */
    private String order() {
        boolean fixed = command.arguments().stream()
                .allMatch(element -> element instanceof Element.Word && !element.optional() && !element.multiple());
        return fixed
                ? "the order is " + command.name() + " "
                        + command.arguments().stream()
                                .map(element -> ((Element.Word) element).name())
                                .collect(Collectors.joining(" "))
                : "";
    }

    private void options(Options options, int from) {
        int at = from;
        while (at < size()) {
            String word = word(at);
            if (word == null) {
                return;
            }
            Optional<Options.Option> option = options.find(word);
            if (option.isEmpty()) {
                unknown(options, word, at);
                return;
            }
            at = option(option.get(), at);
        }
        optionsKnown = !line.open();
    }

    /** Takes the options before other arguments; gives the position of those, or -1 if it is not known. */
    private int optionsBefore(Options options, int from) {
        int at = from;
        while (at < size()) {
            String word = word(at);
            if (word == null && !options.all().isEmpty()) {
                return -1;
            }
            Optional<Options.Option> option = word == null ? Optional.empty() : options.find(word);
            if (option.isEmpty()) {
                return at;
            }
            at = option(option.get(), at);
        }
        return at;
    }

    /** Takes an option with its operands; gives the position after them. */
    private int option(Options.Option option, int at) {
        for (String other : used.keySet()) {
            if (Options.exclude(option.token(), other)) {
                problems.add(new WordProblem(
                        Kind.CONFLICTING_OPTIONS,
                        at,
                        command.name() + " takes " + other + " or " + option.token() + ", not both",
                        "leave one of them out"));
                break;
            }
        }
        used.put(option.token(), at);
        checkTarget(option, at);
        int next = at + 1;
        for (Element operand : option.operands()) {
            if (next >= size()) {
                if (!line.open()) {
                    problems.add(new WordProblem(
                            Kind.MISSING_OPERAND,
                            at,
                            "the " + name(operand) + " after " + option.token() + " is missing",
                            ""));
                }
                return next;
            }
            if (operand instanceof Element.Word word) {
                checkType(word, next);
            } else if (isChoiceOfTokens(operand)) {
                choice((Element.Choice) operand, next);
            }
            next++;
        }
        return next;
    }

    private static String name(Element operand) {
        return operand instanceof Element.Word word ? word.name().replace('-', ' ') : "word";
    }

    private void checkTarget(Options.Option option, int at) {
        String since = option.since();
        if (since != null && !target.mayHave(since)) {
            problems.add(new WordProblem(
                    Kind.NOT_ON_TARGET,
                    at,
                    command.name() + " has the option " + option.token() + " since " + since + ", and the target is "
                            + target.id(),
                    ""));
        }
    }

    private void unknown(Options options, String word, int at) {
        String known = String.join(", ", options.tokens());
        boolean number = INTEGER.matcher(word).matches();
        String help = "";
        if (number && options.find("EX").isPresent()) {
            help = "a time to live is written EX " + word + " (seconds) or PX " + word + " (milliseconds)";
        } else if (!known.isEmpty()) {
            help = "its options are " + known;
        }
        if (options.all().isEmpty()) {
            // Too many arguments, which is for whoever counts them.
            return;
        }
        problems.add(
                new WordProblem(Kind.UNKNOWN_OPTION, at, "'" + word + "' is no option of " + command.name(), help));
    }

    private void groups(Element.Sequence group, int from, boolean countKnown) {
        if (from < 0) {
            return;
        }
        int length = group.parts().size();
        for (int at = from; at < size(); at++) {
            checkType((Element.Word) group.parts().get((at - from) % length), at);
        }
        int left = (size() - from) % length;
        boolean isSure = countKnown || (from < size() && word(from) != null);
        if (left != 0 && isSure && !line.open()) {
            String names = group.parts().stream()
                    .map(part -> ((Element.Word) part).name().replace('-', ' '))
                    .collect(Collectors.joining(" and a "));
            problems.add(new WordProblem(
                    Kind.MISSING_OPERAND,
                    size() - 1,
                    command.name() + " takes a " + names + " each time, and the last "
                            + ((Element.Word) group.parts().get(left)).name().replace('-', ' ') + " is missing",
                    ""));
        }
    }
}
