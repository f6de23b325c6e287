package dev.perigee.lua.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.List;

/** Where a key comes from. */
public sealed interface KeyOrigin {

    /**
     * It is an element of KEYS.
     *
     * @param index its position, from 1; 0 for one whose position is not known
     */
    record Declared(int index) implements KeyOrigin {}

    /**
     * It is put together from an element of KEYS and more.
     *
     * @param pieces all of it, in order
     */
    record Derived(List<Source> pieces) implements KeyOrigin {

        public Derived {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * It is written in the script.
     *
     * @param text the key
     */
    record Literal(String text) implements KeyOrigin {}

    /**
     * It is, or is put together from, an element of ARGV.
     *
     * @param index the position of that, from 1; 0 for one that is not known
     */
    record FromArgument(int index) implements KeyOrigin {}

    /** It is read from data: from a reply, from JSON. */
    record FromData() implements KeyOrigin {}

    /** Nothing is known of it. */
    record Unknown() implements KeyOrigin {}

    /** The origin of a value in the place of a key. */
    static KeyOrigin of(Atom atom) {
        if (atom instanceof Atom.Text text) {
            return of(text.pieces());
        } else if (atom instanceof Atom.Unknown unknown && unknown.source() instanceof Source.Extract extract) {
            return extract.of() == null ? new Unknown() : new FromData();
        } else if (atom instanceof Atom.Unknown unknown && unknown.source() instanceof Source.Reply) {
            return new FromData();
        } else if (atom instanceof Atom.Numeric number && number.source() instanceof Source.Argument argument) {
            return new FromArgument(argument.index());
        }
        return new Unknown();
    }

    private static KeyOrigin of(List<Source> pieces) {
        if (pieces.size() == 1 && pieces.get(0) instanceof Source.Key key) {
            return new Declared(key.index());
        }
        if (pieces.isEmpty() || (pieces.size() == 1 && pieces.get(0) instanceof Source.Literal)) {
            return new Literal(pieces.isEmpty() ? "" : ((Source.Literal) pieces.get(0)).text());
        }
        KeyOrigin origin = new Unknown();
        boolean unknown = false;
        for (Source piece : pieces) {
            Source of =
                    piece instanceof Source.Written written && written.number().source() != null
                            ? written.number().source()
                            : piece;
            if (of instanceof Source.Key) {
                return new Derived(pieces);
            } else if (of instanceof Source.Argument argument) {
                origin = new FromArgument(argument.index());
            } else if (of instanceof Source.Reply || (of instanceof Source.Extract extract && extract.of() != null)) {
                origin = origin instanceof FromArgument ? origin : new FromData();
            }
            unknown |= of instanceof Source.Other || of instanceof Source.Extract || of instanceof Source.Random;
        }
        return unknown && !(origin instanceof FromData) ? new Unknown() : origin;
    }
}
