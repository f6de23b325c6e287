package dev.perigee.processor.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import org.jspecify.annotations.Nullable;

/**
 * How a value that a script returns does not fit a type.
 *
 * @param kind the kind of mismatch
 * @param found what is returned
 * @param expected what the type wants
 * @param path where in the reply, as the component's name; empty for the reply itself
 * @param certainty whether it comes to that
 * @param help what to do; empty for what helps against all of its kind
 */
record Mismatch(Kind kind, String found, String expected, String path, Certainty certainty, String help) {

    enum Kind {
        /** Another family of replies, or another length. */
        SHAPE,
        /** Nil, where there is no place for it. */
        NIL,
        /** A number with a fraction, which an integer reply does not have. */
        FRACTION,
        /** A name that a record has no component for, which is passed over. */
        NAME,
        /** A hash, whose fields have no order, where a record is read by position. */
        BY_POSITION
    }

    /** In falling order. */
    enum Certainty {
        /** It is so whenever this is returned. */
        CERTAIN,
        /** It is so on one of the paths that lead here; that none of them excludes another is not known. */
        ON_A_PATH,
        /** It is so if a command replies nil. */
        IF_NIL_REPLIED
    }

    /** The surest mismatch, the first of several; null if there is none that is known. */
    static @Nullable Mismatch of(Value value, ReplyType type, String path) {
        boolean canFit = value.any(atom -> fits(of(atom, type, path)));
        Mismatch surest = null;
        for (Atom atom : value.atoms()) {
            Mismatch one = of(atom, type, path);
            if (one != null) {
                Mismatch found = isFromReply(atom)
                        ? one.found(possible(atom, one)).as(Certainty.IF_NIL_REPLIED)
                        : one.as(one.kind() == Kind.NIL && canFit ? Certainty.ON_A_PATH : Certainty.CERTAIN);
                surest = surest == null || found.certainty().compareTo(surest.certainty()) < 0 ? found : surest;
            }
        }
        return surest;
    }

    private static boolean fits(@Nullable Mismatch mismatch) {
        return mismatch == null || mismatch.kind() == Kind.NAME || mismatch.kind() == Kind.BY_POSITION;
    }

    private Mismatch found(String other) {
        return new Mismatch(kind, other, expected, path, certainty, help);
    }

    Mismatch help(String other) {
        return new Mismatch(kind, found, expected, path, certainty, other);
    }

    /** The same, no surer than this. */
    private Mismatch as(Certainty most) {
        return new Mismatch(kind, found, expected, path, most.compareTo(certainty) > 0 ? most : certainty, help);
    }

    private static String possible(Atom atom, Mismatch mismatch) {
        Source source = null;
        if (atom instanceof Atom.Bool bool) {
            source = bool.reply();
        } else if (atom instanceof Atom.Nil nil) {
            source = nil.source();
        }
        return source instanceof Source.Reply reply
                ? "nil where " + reply.command() + " finds nothing"
                : mismatch.found();
    }

    /** Nil that a command replies is one of its possibilities; whether it comes to that the script may know better. */
    private static boolean isFromReply(Atom atom) {
        return (atom instanceof Atom.Bool bool && bool.reply() != null)
                || (atom instanceof Atom.Nil nil && nil.source() != null);
    }

    private static @Nullable Mismatch of(Atom atom, ReplyType type, String path) {
        if (atom instanceof Atom.Unknown || atom instanceof Atom.Failure) {
            return null;
        } else if (type instanceof ReplyType.Maybe maybe) {
            return Value.isFalsy(atom) ? null : of(atom, maybe.value(), path);
        } else if (type instanceof ReplyType.Scalar scalar) {
            return ScalarMismatch.of(atom, scalar, path);
        } else if (type instanceof ReplyType.Time time) {
            return ScalarMismatch.ofTime(atom, time, path);
        } else if (type instanceof ReplyType.Constant constant) {
            return ConstantMismatch.of(atom, constant, path);
        } else if (type instanceof ReplyType.Json) {
            return ScalarMismatch.text(atom, "a string of JSON", path);
        } else if (type instanceof ReplyType.Many many) {
            return ArrayMismatch.ofMany(atom, many, path);
        } else if (type instanceof ReplyType.Pairs pairs) {
            return ArrayMismatch.ofPairs(atom, pairs, path);
        } else if (type instanceof ReplyType.Tuple tuple) {
            return tuple.byName() ? NamedMismatch.of(atom, tuple, path) : RecordMismatch.of(atom, tuple, path);
        } else if (type instanceof ReplyType.OneOf oneOf) {
            return RecordMismatch.ofAlternatives(atom, oneOf, path);
        }
        return null;
    }

    /** Another family of replies than the type has. */
    static Mismatch shape(Atom atom, String expected, String path) {
        return shape(describe(atom), expected, path);
    }

    static Mismatch shape(String found, String expected, String path) {
        return of(Kind.SHAPE, found, expected, path);
    }

    static Mismatch of(Kind kind, String found, String expected, String path) {
        return new Mismatch(kind, found, expected, path, Certainty.CERTAIN, "");
    }

    static Mismatch nil(String expected, String path) {
        return of(Kind.NIL, "nil", expected, path);
    }

    static String describe(Atom atom) {
        if (atom instanceof Atom.Numeric) {
            return "an integer";
        } else if (atom instanceof Atom.Text) {
            return "a string";
        } else if (atom instanceof Atom.Bool) {
            return "true, which is the integer 1";
        } else if (atom instanceof Atom.Status) {
            return "a status";
        }
        return "an array";
    }
}
