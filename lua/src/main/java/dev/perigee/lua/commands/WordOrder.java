package dev.perigee.lua.commands;

import dev.perigee.lua.commands.WordProblem.Kind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a call's words can be read as its command's arguments at all: in their order, but options in any. A word
 * that is not known can be anything. What {@link WordMatcher} says of single words is more exact; this is for calls in which
 * it finds nothing wrong.
 *
 * <p>A set of positions is the bits of a {@code long}: where in the call the arguments read so far can end.
 */
final class WordOrder {
    private static final int MOST_WORDS = Long.SIZE - 1;

    private static final Pattern STREAM_ID = Pattern.compile("\\(?([-+*$>]|\\s*[-+]?\\d+(-(\\s*[-+]?\\d+|\\*))?)");
    static final Pattern LEX_BOUND = Pattern.compile("[-+]|[\\[(].*", Pattern.DOTALL);
    private static final Pattern BIT_OFFSET = Pattern.compile("#?\\d+");
    private static final Pattern BIT_ENCODING = Pattern.compile("[iu]\\d{1,2}");

    private final Command command;
    private final CommandLine line;
    private int furthest;
    private boolean odd;

    private WordOrder(Command command, CommandLine line) {
        this.command = command;
        this.line = line;
    }

    /**
     * What is wrong; null if nothing is, or if that is not known.
     *
     * @param first the position of the first argument
     */
    static @Nullable WordProblem problem(Command command, CommandLine line, int first) {
        return line.words().size() > MOST_WORDS ? null : new WordOrder(command, line).problem(first);
    }

    private @Nullable WordProblem problem(int first) {
        int size = line.words().size();
        furthest = first;
        long ends = inOrder(command.arguments(), 1L << first);
        boolean fits = line.open() ? furthest >= size : (ends & 1L << size) != 0;
        if (fits || (odd && line.open())) {
            return null;
        }
        String help = "it is written " + command.name() + " " + Syntax.of(command.arguments());
        if (odd) {
            String message = command.name() + " takes as many IDs as keys behind STREAMS";
            return new WordProblem(Kind.MISSING_OPERAND, size - 1, message, help);
        } else if (furthest >= size) {
            String message = command.name() + " ends too early: something is missing behind this";
            return new WordProblem(Kind.MISSING_OPERAND, size - 1, message, help);
        }
        String word = line.words().get(furthest);
        String what = word == null ? "anything" : "'" + word + "'";
        return new WordProblem(
                Kind.UNKNOWN_OPTION, furthest, command.name() + " does not take " + what + " here", help);
    }

    private long inOrder(List<Element> elements, long from) {
        long ends = from;
        int i = 0;
        while (i < elements.size() && ends != 0) {
            int run = i;
            while (run < elements.size() && isOption(elements.get(run))) {
                run++;
            }
            if (run > i) {
                ends |= options(elements.subList(i, run), ends);
                i = run;
            } else if (i + 1 < elements.size() && areKeysWithIds(elements.get(i), elements.get(i + 1))) {
                ends = keysWithIds((Element.Word) elements.get(i + 1), ends);
                i += 2;
            } else {
                Element next = elements.get(i);
                long after = next.multiple() ? repeated(next, ends) : once(next, ends);
                ends = next.optional() ? ends | after : after;
                i++;
            }
        }
        return ends;
    }

    /**
     * Whether servers take something at any place among others of its kind, and more than once: what a token begins. One that is
     * required, as STREAMS of XREAD, or FROMMEMBER or FROMLONLAT, is taken where it is, and not missed where it is not.
     */
    private static boolean isOption(Element element) {
        boolean several = element instanceof Element.Sequence
                || (element instanceof Element.Choice choice && !choice.isOfTokens());
        return (element.optional() || several) && beginsWithToken(element);
    }

    private static boolean beginsWithToken(Element element) {
        if (element instanceof Element.Sequence sequence) {
            int first = 0;
            while (first < sequence.parts().size() - 1
                    && sequence.parts().get(first).optional()) {
                if (!beginsWithToken(sequence.parts().get(first))) {
                    return false;
                }
                first++;
            }
            return beginsWithToken(sequence.parts().get(first));
        } else if (element instanceof Element.Choice choice) {
            for (Element one : choice.choices()) {
                if (!beginsWithToken(one)) {
                    return false;
                }
            }
            return true;
        }
        return element instanceof Element.Token;
    }

    private static boolean areKeysWithIds(Element one, Element other) {
        return one instanceof Element.Word && one.multiple() && other instanceof Element.Word && other.multiple();
    }

    /** All keys, and then as many IDs, to the end of the call. */
    private long keysWithIds(Element.Word id, long from) {
        int size = line.words().size();
        long ends = 0;
        for (int at = 0; at < size; at++) {
            int left = size - at;
            boolean fits = (from & 1L << at) != 0 && left % 2 == 0;
            odd |= (from & 1L << at) != 0 && left % 2 != 0;
            for (int i = at + left / 2; fits && i < size; i++) {
                fits = isWord(id, i);
                furthest = fits ? furthest : Math.max(furthest, i);
            }
            ends |= fits ? 1L << size : 0;
        }
        return reached(ends);
    }

    /** Some options, in any order, once or more. */
    private long options(List<Element> options, long from) {
        long ends = 0;
        long added = from;
        while (added != 0) {
            long next = 0;
            for (int i = 0; i < options.size(); i++) {
                next |= option(options.get(i), added);
            }
            added = next & ~ends;
            ends |= next;
        }
        return ends;
    }

    /** An option; or what may follow it, as ANY does COUNT, which servers take by itself as well. */
    private long option(Element option, long from) {
        long ends = once(option, from);
        if (option instanceof Element.Choice choice) {
            for (int i = 0; i < choice.choices().size(); i++) {
                ends |= option(choice.choices().get(i), from);
            }
        } else if (option instanceof Element.Sequence sequence) {
            for (int i = 0; i < sequence.parts().size(); i++) {
                Element part = sequence.parts().get(i);
                ends |= isOption(part) ? once(part, from) : 0;
            }
        }
        return ends;
    }

    /** Something, once or more. */
    private long repeated(Element element, long from) {
        long ends = 0;
        long added = from;
        while (added != 0) {
            long next = once(element, added);
            added = next & ~ends;
            ends |= next;
        }
        return ends;
    }

    private long once(Element element, long from) {
        if (element instanceof Element.Sequence sequence) {
            return inOrder(sequence.parts(), from);
        } else if (element instanceof Element.Choice choice) {
            long ends = 0;
            for (int i = 0; i < choice.choices().size(); i++) {
                ends |= once(choice.choices().get(i), from);
            }
            return ends;
        }
        long ends = 0;
        for (long left = from; left != 0; left &= left - 1) {
            int at = Long.numberOfTrailingZeros(left);
            boolean fits = at < line.words().size()
                    && (element instanceof Element.Token token
                            ? isToken(token, at)
                            : isWord((Element.Word) element, at));
            ends |= fits ? 1L << (at + 1) : 0;
        }
        return reached(ends);
    }

    private long reached(long ends) {
        if (ends != 0) {
            furthest = Math.max(furthest, Long.SIZE - 1 - Long.numberOfLeadingZeros(ends));
        }
        return ends;
    }

    private boolean isToken(Element.Token token, int at) {
        String word = line.words().get(at);
        return word == null || word.equalsIgnoreCase(token.text());
    }

    private boolean isWord(Element.Word expected, int at) {
        String word = line.words().get(at);
        Pattern form = word == null ? null : form(expected);
        return word == null || form == null || form.matcher(word).matches();
    }

    /** How a word is written; null for one that can be anything, or is looked at elsewhere. */
    private @Nullable Pattern form(Element.Word expected) {
        String of = command.name();
        return switch (expected.name()) {
            case "id", "start", "end", "lastid" -> of.startsWith("X") ? STREAM_ID : integer(expected);
            case "min", "max" -> of.endsWith("LEX") || of.equals("ZLEXCOUNT") ? LEX_BOUND : null;
            case "offset" -> of.startsWith("BITFIELD") ? BIT_OFFSET : integer(expected);
            case "encoding" -> of.startsWith("BITFIELD") ? BIT_ENCODING : null;
            case "min-idle-time" -> WordMatcher.INTEGER;
            // An empty one is 0.
            case "cursor" -> null;
            default -> integer(expected);
        };
    }

    private static @Nullable Pattern integer(Element.Word expected) {
        return expected.type() == 'i' || expected.type() == 't' ? WordMatcher.INTEGER : null;
    }
}
