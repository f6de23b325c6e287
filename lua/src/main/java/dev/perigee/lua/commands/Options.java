package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.Collections;
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
            Set.of("FROMMEMBER", "FROMLONLAT"),
            Set.of("BYRADIUS", "BYBOX"),
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

    /**
     * The options among some elements.
     *
     * @param counted how many words there are where as many follow as there are keys; -1 if that is not known
     */
    static Options of(List<Element> elements, int counted) {
        List<Option> options = new ArrayList<>();
        boolean complete = true;
        for (Element element : elements) {
            complete &= (element.optional() || isOneOfSequences(element))
                    && add(element, element.since(), options, counted);
        }
        return new Options(List.copyOf(options), complete);
    }

    /** Whether one of some options must be there, as FROMMEMBER or FROMLONLAT of GEOSEARCH; servers take it anywhere. */
    private static boolean isOneOfSequences(Element element) {
        return element instanceof Element.Choice choice
                && !choice.multiple()
                && choice.choices().stream().allMatch(Element.Sequence.class::isInstance);
    }

    private static boolean add(Element element, @Nullable String since, List<Option> options, int counted) {
        String from = element.since() == null ? since : element.since();
        if (element instanceof Element.Token token) {
            options.add(new Option(token.text(), List.of(), from));
            return true;
        } else if (element instanceof Element.Choice choice) {
            boolean all = true;
            for (Element one : choice.choices()) {
                all &= add(one, from, options, counted);
            }
            return all;
        }
        return element instanceof Element.Sequence sequence
                && addSequence(flat(sequence.parts()), from, options, counted);
    }

    /** A token, its operands, and tokens that may follow these, which servers take anywhere. */
    private static boolean addSequence(List<Element> parts, @Nullable String since, List<Option> options, int counted) {
        if (!(parts.get(0) instanceof Element.Token token)) {
            return false;
        }
        int end = 1;
        while (end < parts.size() && !parts.get(end).optional()) {
            end++;
        }
        List<Element> operands = perKey(parts.subList(1, end), counted);
        options.add(new Option(token.text(), operands, since));
        boolean all = operands.stream().noneMatch(Element::multiple);
        for (Element part : parts.subList(end, parts.size())) {
            all &= part instanceof Element.Token && add(part, since, options, counted);
        }
        return all;
    }

    /** The operands; as many weights as there are keys. */
    private static List<Element> perKey(List<Element> operands, int counted) {
        boolean isPerKey = counted >= 0
                && operands.size() == 1
                && operands.get(0) instanceof Element.Word word
                && word.name().equals("weight");
        if (!isPerKey) {
            return operands;
        }
        Element.Word weight = (Element.Word) operands.get(0);
        return Collections.nCopies(
                counted, new Element.Word(weight.type(), weight.name(), false, false, weight.since()));
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
        for (Option option : all) {
            if (option.token().equalsIgnoreCase(word)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
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
