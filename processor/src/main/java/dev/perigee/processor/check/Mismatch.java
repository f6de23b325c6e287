package dev.perigee.processor.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value that a script returns does not fit a type.
 *
 * @param kind the kind of mismatch
 * @param found what is returned
 * @param expected what the type wants
 * @param path where in the reply, as the component's name; empty for the reply itself
 * @param certainty whether it comes to that
 */
record Mismatch(Kind kind, String found, String expected, String path, Certainty certainty) {

    enum Kind {
        /** Another family of replies, or another length. */
        SHAPE,
        /** Nil, where there is no place for it. */
        NIL,
        /** A number with a fraction, which an integer reply does not have. */
        FRACTION
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
        boolean canFit = value.any(atom -> of(atom, type, path) == null);
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

    private Mismatch found(String other) {
        return new Mismatch(kind, other, expected, path, certainty);
    }

    /** The same, no surer than this. */
    private Mismatch as(Certainty most) {
        return new Mismatch(kind, found, expected, path, most.compareTo(certainty) > 0 ? most : certainty);
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
        } else if (type instanceof ReplyType.Constant constant) {
            return ScalarMismatch.ofConstant(atom, constant, path);
        } else if (type instanceof ReplyType.Many many) {
            return list(atom, many, path);
        } else if (type instanceof ReplyType.Tuple tuple) {
            return record(atom, tuple, path);
        }
        return null;
    }

    /** Another family of replies than the type has. */
    static Mismatch shape(Atom atom, String expected, String path) {
        return shape(describe(atom), expected, path);
    }

    static Mismatch shape(String found, String expected, String path) {
        return new Mismatch(Kind.SHAPE, found, expected, path, Certainty.CERTAIN);
    }

    static Mismatch nil(String expected, String path) {
        return new Mismatch(Kind.NIL, "nil", expected, path, Certainty.CERTAIN);
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

    private static @Nullable Mismatch list(Atom atom, ReplyType.Many many, String path) {
        String expected = "a list";
        if (Value.isFalsy(atom)) {
            return nil(expected, path);
        }
        if (!(atom instanceof Atom.Table table)) {
            return isOther(atom) ? shape(atom, expected, path) : null;
        }
        for (int i = 1; table.fields().containsKey(i); i++) {
            Value element = table.fields().get(i);
            if (ReplyCheck.isMissing(element)) {
                return null;
            }
            Mismatch mismatch = of(element, many.element(), inner(path, "element " + i));
            if (mismatch != null) {
                return mismatch;
            }
        }
        return table.rest() == null ? null : of(table.rest(), many.element(), inner(path, "element"));
    }

    /** A table of which too little is known may be any of the special ones, such as {double = 1.5}. */
    private static boolean isOther(Atom atom) {
        return atom instanceof Atom.Numeric
                || atom instanceof Atom.Text
                || atom instanceof Atom.Status
                || atom instanceof Atom.Bool;
    }

    private static String inner(String path, String element) {
        return path.isEmpty() ? element : path + "." + element;
    }

    private static @Nullable Mismatch record(Atom atom, ReplyType.Tuple tuple, String path) {
        List<ReplyType.Component> components = tuple.components();
        String expected = tuple.name() + ", an array of " + components.size();
        if (Value.isFalsy(atom)) {
            return nil(expected, path);
        }
        if (!(atom instanceof Atom.Table table)) {
            return isOther(atom) ? shape(atom, expected, path) : null;
        }
        if (table.fields().keySet().stream().anyMatch(String.class::isInstance)) {
            return null;
        }
        int length = 0;
        while (table.fields().containsKey(length + 1)
                && !ReplyCheck.isMissing(table.fields().get(length + 1))) {
            length++;
        }
        boolean exact = table.rest() == null && table.fields().size() == length;
        if (length > components.size()) {
            return shape("an array of " + length, expected, path);
        }
        for (int i = 0; i < components.size(); i++) {
            ReplyType.Component component = components.get(i);
            Value element = table.fields().get(i + 1);
            if (element == null && !exact) {
                continue;
            }
            if (element == null) {
                Mismatch missing = of(Value.NIL, component.type(), inner(path, component.name()));
                return missing == null ? null : shape("an array of " + length, expected, path);
            }
            Mismatch mismatch = of(element, component.type(), inner(path, component.name()));
            if (mismatch != null) {
                return mismatch;
            }
        }
        return null;
    }
}
