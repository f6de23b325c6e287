package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Atom.Number.Kind;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import org.jspecify.annotations.Nullable;

/** Arithmetic on abstract numbers. */
final class Numbers {
    private static final double EXACT = 1L << 53;

    private Numbers() {}

    /** A constant as {@code redis.call} sends it: the digits of a whole number, which every server writes alike. */
    static @Nullable String sent(double constant) {
        boolean whole = constant == Math.rint(constant) && Math.abs(constant) <= EXACT;
        return whole ? Long.toString((long) constant) : null;
    }

    /** What a value is where a number is needed; null if nothing is known. */
    static Atom.@Nullable Number of(Value value) {
        Atom.Number number = null;
        for (Atom atom : value.atoms()) {
            if (Value.isFalsy(atom)) {
                continue;
            }
            Atom.Number one = of(atom);
            if (one == null) {
                return null;
            }
            number = number == null ? one : join(number, one);
        }
        return number;
    }

    /** What {@code tonumber} or arithmetic makes of an atom; null if nothing is known. */
    static Atom.@Nullable Number of(Atom atom) {
        if (atom instanceof Atom.Number number) {
            return number;
        }
        if (!(atom instanceof Atom.Text text)) {
            return atom instanceof Atom.Unknown unknown && unknown.source() != null
                    ? Atom.Number.from(unknown.source(), Kind.ANY)
                    : null;
        }
        String literal = text.literal();
        if (literal != null) {
            return parse(literal);
        }
        Source only = text.only();
        if (only instanceof Source.Written written) {
            return written.number();
        }
        if (only instanceof Source.Reply reply) {
            return Atom.Number.from(reply, kind(reply));
        }
        return only == null ? Atom.Number.of(Kind.ANY) : Atom.Number.from(only, Kind.ANY);
    }

    /** Scores are whole numbers more often than not; what these commands reply hardly ever is. */
    private static Kind kind(Source.Reply reply) {
        if (reply.command().equals("TIME")) {
            return Kind.WHOLE;
        }
        boolean measured = reply.command().endsWith("FLOAT") || reply.command().equals("GEODIST");
        return measured && reply.fractional() ? Kind.FRACTIONAL : Kind.ANY;
    }

    private static Atom.@Nullable Number parse(String text) {
        try {
            return Atom.Number.of(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What is true of both. */
    static Atom.Number join(Atom.Number a, Atom.Number b) {
        if (a.equals(b)) {
            return a;
        }
        Kind kind = a.kind() == b.kind() ? a.kind() : either(a, b);
        boolean same = a.source() != null && a.source().equals(b.source()) && a.factor() == b.factor();
        return new Atom.Number(
                null, kind, same ? a.source() : null, same ? a.factor() : 1, same && (a.shifted() || b.shifted()));
    }

    private static Kind either(Atom.Number a, Atom.Number b) {
        return a.kind() == Kind.FRACTIONAL || b.kind() == Kind.FRACTIONAL ? Kind.FRACTIONAL : Kind.ANY;
    }

    static Atom.Number negate(Atom.Number a) {
        Double constant = a.constant();
        return constant != null
                ? Atom.Number.of(-constant)
                : new Atom.Number(null, a.kind(), a.source(), -a.factor(), a.shifted());
    }

    static Atom.Number add(Atom.Number a, Atom.Number b, boolean subtract) {
        if (a.constant() != null && b.constant() != null) {
            return Atom.Number.of(subtract ? a.constant() - b.constant() : a.constant() + b.constant());
        }
        Atom.Number of = lead(a, b);
        double factor = of == b && subtract ? -of.factor() : of.factor();
        return new Atom.Number(null, sum(a, b), of.source(), factor, true);
    }

    /** The operand whose source is more telling. */
    private static Atom.Number lead(Atom.Number a, Atom.Number b) {
        boolean argument = b.source() instanceof Source.Argument && !(a.source() instanceof Source.Argument);
        return a.source() == null || argument ? b : a;
    }

    private static Kind sum(Atom.Number a, Atom.Number b) {
        return a.kind() == Kind.WHOLE && b.kind() == Kind.WHOLE ? Kind.WHOLE : either(a, b);
    }

    static Atom.Number multiply(Atom.Number a, Atom.Number b) {
        if (a.constant() != null && b.constant() != null) {
            return Atom.Number.of(a.constant() * b.constant());
        }
        Double factor = a.constant() != null ? a.constant() : b.constant();
        Atom.Number of = a.constant() != null ? b : a;
        Kind kind = sum(a, b);
        if (factor == null) {
            return new Atom.Number(null, kind, null, 1, false);
        }
        return new Atom.Number(null, kind, of.source(), of.factor() * factor, of.shifted());
    }

    static Atom.Number divide(Atom.Number a, Atom.Number b) {
        Double divisor = b.constant();
        if (a.constant() != null && divisor != null) {
            return Atom.Number.of(a.constant() / divisor);
        }
        if (divisor == null || divisor == 0) {
            return Atom.Number.of(Kind.FRACTIONAL);
        }
        Kind kind = Math.abs(divisor) == 1 ? a.kind() : Kind.FRACTIONAL;
        return new Atom.Number(null, kind, a.source(), a.factor() / divisor, a.shifted());
    }

    static Atom.Number modulo(Atom.Number a, Atom.Number b) {
        Double dividend = a.constant();
        Double divisor = b.constant();
        if (dividend != null && divisor != null) {
            return Atom.Number.of(dividend - Math.floor(dividend / divisor) * divisor);
        }
        return Atom.Number.of(sum(a, b));
    }

    static Atom.Number power(Atom.Number a, Atom.Number b) {
        return a.constant() != null && b.constant() != null
                ? Atom.Number.of(Math.pow(a.constant(), b.constant()))
                : Atom.Number.of(Kind.ANY);
    }

    /** The number, rounded. */
    static Atom.Number rounded(Atom.Number a, boolean up) {
        Double constant = a.constant();
        if (constant != null) {
            return Atom.Number.of(up ? Math.ceil(constant) : Math.floor(constant));
        }
        return new Atom.Number(null, Kind.WHOLE, a.source(), a.factor(), a.shifted());
    }
}
