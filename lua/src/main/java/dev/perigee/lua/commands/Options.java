package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a command: words by which others, or nothing, follow.
 *
 * @param all the options
 * @param complete whether there are no arguments among them that are no options
 */
record Options(List<Option> all, boolean complete) {

    /** Pairs that exclude each other wherever both are; docs call more of them alternatives than servers do. */
    private static final List<Set<String>> EXCLUSIVE = List.of(
            Set.of("EX", "PX", "EXAT", "PXAT", "KEEPTTL", "PERSIST"),
            Set.of("NX", "XX", "IFEQ"),
            Set.of("FNX", "FXX"),
            Set.of("IDLETIME", "FREQ"),
            Set.of("LEN", "IDX"),
            Set.of("WITHSCORES", "BYLEX"),
            Set.of("GT", "LT"),
            Set.of("NX", "GT"),
            Set.of("NX", "LT"));

    /**
     * An option.
     *
     * @param token its word
     * @param operands what follows it
     * @param since the first version that had it; null if it is as old as the command
     */
    record Option(
            String token, List<Element> operands, @Nullable String since) {}

    /** The options among some elements. */
    static Options of(List<Element> elements) {
        List<Option> options = new ArrayList<>();
        boolean complete = true;
        for (Element element : elements) {
            complete &= element.optional() && add(element, element.since(), options);
        }
        return new Options(List.copyOf(options), complete);
    }

    private static boolean add(Element element, @Nullable String since, List<Option> options) {
        String from = element.since() == null ? since : element.since();
        if (element instanceof Element.Token token) {
            options.add(new Option(token.text(), List.of(), from));
            return true;
        } else if (element instanceof Element.Choice choice) {
            boolean all = true;
            for (Element one : choice.choices()) {
                all &= add(one, from, options);
            }
            return all;
        } else if (element instanceof Element.Sequence sequence
                && sequence.parts().get(0) instanceof Element.Token token) {
            List<Element> operands =
                    flat(sequence.parts().subList(1, sequence.parts().size()));
            options.add(new Option(token.text(), operands, from));
            return operands.stream().noneMatch(operand -> operand.optional() || operand.multiple());
        }
        return false;
    }

    /** The operands, without the braces around them. */
    private static List<Element> flat(List<Element> parts) {
        List<Element> flat = new ArrayList<>();
        for (Element part : parts) {
            if (part instanceof Element.Sequence sequence && !sequence.optional() && !sequence.multiple()) {
                flat.addAll(flat(sequence.parts()));
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    Optional<Option> find(String word) {
        return all.stream()
                .filter(option -> option.token().equalsIgnoreCase(word))
                .findFirst();
    }

    List<String> tokens() {
        return all.stream().map(Option::token).distinct().toList();
    }

    /** Whether a server refuses the two together. */
    static boolean exclude(String one, String other) {
        String a = one.toUpperCase(Locale.ROOT);
        String b = other.toUpperCase(Locale.ROOT);
        return !a.equals(b) && EXCLUSIVE.stream().anyMatch(group -> group.contains(a) && group.contains(b));
    }
}
