package dev.perigee.lua.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
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
     * It is put together from an element of KEYS, or a part of one, and more.
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
     * It is, is put together from, or is taken out of an element of ARGV.
     *
     * @param index the position of that, of the first if there are several, from 1; 0 for one that is not known
     */
    record FromArgument(int index) implements KeyOrigin {}

    /** It is read from data: from a reply. */
    record FromData() implements KeyOrigin {}

    /** Nothing is known of it. */
    record Unknown() implements KeyOrigin {}

    /** The origin of a value in the place of a key. */
    static KeyOrigin of(Atom atom) {
        if (atom instanceof Atom.Text text) {
            return of(text.pieces());
        } else if (atom instanceof Atom.Unknown unknown && unknown.source() != null) {
            return of(List.of(unknown.source()));
        } else if (atom instanceof Atom.Numeric number) {
            String written = Calls.word(Value.of(number));
            return written == null ? of(List.of(new Source.Written(number))) : new Literal(written);
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
        boolean argument = false;
        boolean data = false;
        boolean unknown = false;
        int index = 0;
        for (Source piece : pieces) {
            Source of = root(piece);
            if (piece.key() != null) {
                return new Derived(pieces);
            } else if (of instanceof Source.Argument from) {
                index = argument ? index : from.index();
                argument = true;
            } else if (of instanceof Source.Reply) {
                data = true;
            } else {
                unknown |= !(of instanceof Source.Literal);
            }
        }
        if (argument && !unknown) {
            return new FromArgument(index);
        }
        return data ? new FromData() : new Unknown();
    }

    /** What a piece was taken from. */
    private static Source root(Source piece) {
        Source root = piece;
        while (true) {
            Source from = null;
            if (root instanceof Source.Extract extract) {
                from = extract.of();
            } else if (root instanceof Source.Written written) {
                from = written.number().source();
            }
            if (from == null) {
                return root;
            }
            root = from;
        }
    }
}
