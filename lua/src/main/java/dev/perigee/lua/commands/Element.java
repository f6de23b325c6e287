package dev.perigee.lua.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a command's arguments. */
sealed interface Element {

    /** The first version that had it; null if it is as old as the command. */
    @Nullable
    String since();

    /** Whether it may be left out. */
    boolean optional();

    /** Whether it may be repeated. */
    boolean multiple();

    /**
     * A word.
     *
     * @param type its type: k key, s string, i integer, d double, t unix time, p pattern
     * @param name what it is
     */
    record Word(
            char type,
            String name,
            boolean optional,
            boolean multiple,
            @Nullable String since) implements Element {}

    /**
     * A word that is always the same, in any case.
     *
     * @param text the word
     */
    record Token(
            String text,
            boolean optional,
            boolean multiple,
            @Nullable String since) implements Element {}

    /**
     * One of some.
     *
     * @param choices what there is to choose from
     */
    record Choice(
            List<Element> choices,
            boolean optional,
            boolean multiple,
            @Nullable String since) implements Element {

        public Choice {
            choices = List.copyOf(choices);
        }

        /** Whether each choice is a single word that is always the same. */
        boolean isOfTokens() {
            for (Element choice : choices) {
                if (!(choice instanceof Token)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Several in order.
     *
     * @param parts the parts
     */
    record Sequence(
            List<Element> parts,
            boolean optional,
            boolean multiple,
            @Nullable String since) implements Element {

        public Sequence {
            parts = List.copyOf(parts);
        }
    }
}
