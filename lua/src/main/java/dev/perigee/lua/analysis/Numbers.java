package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Atom.Numeric.Kind;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arithmetic on abstract numbers. */
final class Numbers {
    private static final double EXACT = 1L << 53;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern HEXADECIMAL =
            Pattern.compile("([-+]?0[xX](?:\\p{XDigit}+\\.?\\p{XDigit}*|\\.\\p{XDigit}+))([pP][-+]?\\d+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?(?:inf(?:inity)?|nan)", Pattern.CASE_INSENSITIVE);

    /** The seconds from 1970 to a time that is months ago whenever a script runs. */
    private static final double EARLIER = 1.74e9;

    private Numbers() {}

    /** A constant as {@code redis.call} sends it; where servers write it differently, as the newer ones do. */
    static String sent(double constant) {
        boolean whole = constant == Math.rint(constant) && Math.abs(constant) <= EXACT;
        return whole ? Long.toString((long) constant) : Double.toString(constant);
    }

    /** What a value is where a number is needed; null if nothing is known. */
    static Atom.@Nullable Numeric of(Value value) {
        Atom.Numeric number = null;
        for (Atom atom : value.atoms()) {
            if (Value.isFalsy(atom)) {
                continue;
            }
            Atom.Numeric one = of(atom);
            if (one == null) {
                return null;
            }
            number = number == null ? one : join(number, one);
        }
        return number;
    }

    /** What {@code tonumber} or arithmetic makes of an atom; null if nothing is known. */
    static Atom.@Nullable Numeric of(Atom atom) {
        if (atom instanceof Atom.Numeric number) {
            return number;
        }
        if (!(atom instanceof Atom.Text text)) {
            return atom instanceof Atom.Unknown unknown && unknown.source() != null
                    ? Atom.Numeric.from(unknown.source(), Kind.ANY)
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
            return Atom.Numeric.from(reply, kind(reply));
        }
        return only == null ? Atom.Numeric.of(Kind.ANY) : Atom.Numeric.from(only, Kind.ANY);
    }

    /** Scores are whole numbers more often than not; what these commands reply hardly ever is. */
    private static Kind kind(Source.Reply reply) {
        if (reply.command().equals("TIME")) {
            return Kind.WHOLE;
        }
        boolean measured = reply.command().endsWith("FLOAT") || reply.command().equals("GEODIST");
        return measured && reply.fractional() ? Kind.FRACTIONAL : Kind.ANY;
    }

    /** The number that C's {@code strtod} reads; null if there is none. */
    private static Atom.@Nullable Numeric parse(String text) {
        String numeral = text.strip();
        Matcher hexadecimal = HEXADECIMAL.matcher(numeral);
        if (DECIMAL.matcher(numeral).matches()) {
            return Atom.Numeric.of(Double.parseDouble(numeral));
        } else if (hexadecimal.matches()) {
            String exponent = hexadecimal.group(2) == null ? "p0" : hexadecimal.group(2);
            return Atom.Numeric.of(Double.parseDouble(hexadecimal.group(1) + exponent));
        }
        return NO_NUMBER.matcher(numeral).matches() ? Atom.Numeric.of(Kind.FRACTIONAL) : null;
    }

    /** What is true of both. */
    static Atom.Numeric join(Atom.Numeric a, Atom.Numeric b) {
        if (a.equals(b)) {
            return a;
        }
        Kind kind = a.kind() == b.kind() ? a.kind() : either(a, b);
        boolean same = a.source() != null && a.source().equals(b.source()) && a.factor() == b.factor();
        return new Atom.Numeric(
                null, kind, same ? a.source() : null, same ? a.factor() : 1, same && (a.shifted() || b.shifted()));
    }

    private static Kind either(Atom.Numeric a, Atom.Numeric b) {
        for (Kind kind : List.of(Kind.FRACTIONAL, Kind.QUOTIENT)) {
            if (a.kind() == kind || b.kind() == kind) {
                return kind;
            }
        }
        return Kind.ANY;
    }

    static Atom.Numeric negate(Atom.Numeric a) {
        Double constant = a.constant();
        return constant != null
                ? Atom.Numeric.of(-constant)
                : new Atom.Numeric(null, a.kind(), a.source(), -a.factor(), a.shifted());
    }

    static Atom.Numeric add(Atom.Numeric a, Atom.Numeric b, boolean subtract) {
        if (a.constant() != null && b.constant() != null) {
            return Atom.Numeric.of(subtract ? a.constant() - b.constant() : a.constant() + b.constant());
        }
        Atom.Numeric of = lead(a, b);
        if (subtract
                && of.source() instanceof Source.Reply reply
                && reply.command().equals("TIME")
                && isSpan(a, b)) {
            return Atom.Numeric.from(Tables.extract(reply), sum(a, b));
        }
        boolean subtracted = subtract && !of.equals(a);
        double factor = subtracted ? -of.factor() : of.factor();
        return new Atom.Numeric(null, sum(a, b), of.source(), factor, true);
    }

    /**
     * Whether the difference of a time and something else can be a span, which is a much smaller number. What is taken from a
     * time and is not known can be the time of an earlier event.
     */
    private static boolean isSpan(Atom.Numeric a, Atom.Numeric b) {
        Double constant = b.constant();
        return constant == null || Math.abs(constant) > Math.abs(a.factor()) * EARLIER;
    }

    /** The operand whose source is more telling. */
    private static Atom.Numeric lead(Atom.Numeric a, Atom.Numeric b) {
        return a.source() == null || rank(b.source()) > rank(a.source()) ? b : a;
    }

    private static int rank(@Nullable Source source) {
        if (source == null || source instanceof Source.Extract) {
            return source == null ? 0 : 1;
        }
        return source instanceof Source.Argument ? 3 : 2;
    }

    /** A number computed from two that is no multiple of either. That an argument is in it is still known. */
    private static Atom.Numeric mixed(Atom.Numeric a, Atom.Numeric b, Kind kind) {
        Source source = isInput(a.source()) ? a.source() : b.source();
        return isInput(source) ? Atom.Numeric.from(Tables.extract(source), kind) : Atom.Numeric.of(kind);
    }

    private static boolean isInput(@Nullable Source source) {
        Source of = source instanceof Source.Extract extract ? extract.of() : source;
        return of instanceof Source.Argument || of instanceof Source.Key;
    }

    private static Kind sum(Atom.Numeric a, Atom.Numeric b) {
        return a.kind() == Kind.WHOLE && b.kind() == Kind.WHOLE ? Kind.WHOLE : either(a, b);
    }

    static Atom.Numeric multiply(Atom.Numeric a, Atom.Numeric b) {
        if (a.constant() != null && b.constant() != null) {
            return Atom.Numeric.of(a.constant() * b.constant());
        }
        Double factor = a.constant() != null ? a.constant() : b.constant();
        Atom.Numeric of = a.constant() != null ? b : a;
        Kind kind = sum(a, b);
        if (factor == null) {
            return mixed(a, b, kind);
        }
        return new Atom.Numeric(null, kind, of.source(), of.factor() * factor, of.shifted());
    }

    static Atom.Numeric divide(Atom.Numeric a, Atom.Numeric b) {
        Double divisor = b.constant();
        if (a.constant() != null && divisor != null) {
            return Atom.Numeric.of(a.constant() / divisor);
        }
        if (divisor == null || divisor == 0) {
            return mixed(a, b, Kind.FRACTIONAL);
        }
        boolean counted = a.kind() == Kind.WHOLE && a.source() == null && divisor == Math.rint(divisor);
        Kind kind = Math.abs(divisor) == 1 ? a.kind() : counted ? Kind.QUOTIENT : Kind.FRACTIONAL;
        return new Atom.Numeric(null, kind, a.source(), a.factor() / divisor, a.shifted());
    }

    static Atom.Numeric modulo(Atom.Numeric a, Atom.Numeric b) {
        Double dividend = a.constant();
        Double divisor = b.constant();
        if (dividend != null && divisor != null) {
            return Atom.Numeric.of(dividend - Math.floor(dividend / divisor) * divisor);
        }
        return mixed(a, b, sum(a, b));
    }

    static Atom.Numeric power(Atom.Numeric a, Atom.Numeric b) {
        return a.constant() != null && b.constant() != null
                ? Atom.Numeric.of(Math.pow(a.constant(), b.constant()))
                : mixed(a, b, Kind.ANY);
    }

    /** The number, rounded. */
    static Atom.Numeric rounded(Atom.Numeric a, boolean up) {
        Double constant = a.constant();
        if (constant != null) {
            return Atom.Numeric.of(up ? Math.ceil(constant) : Math.floor(constant));
        }
        return new Atom.Numeric(null, Kind.WHOLE, a.source(), a.factor(), a.shifted());
    }
}
