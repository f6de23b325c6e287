package dev.perigee.lua.value;

import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.value.Source.Reply;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that an expression can evaluate to. */
public sealed interface Atom {

    /** The random number that this is, or a string has in it; null if there is none. */
    default Source.@Nullable Random random() {
        if (this instanceof Numeric number) {
            return number.source() == null ? null : number.source().random();
        } else if (this instanceof Text text) {
            for (Source piece : text.pieces()) {
                Source.Random random = piece.random();
                if (random != null) {
                    return random;
                }
            }
        }
        return null;
    }

    /**
     * Anything at all.
     *
     * @param source where it comes from, if at least that is known
     */
    record Unknown(@Nullable Source source) implements Atom {}

    /**
     * {@code nil}.
     *
     * @param source what may have led to it, where it is only one of the possibilities: {@code tonumber} of a nil reply, an
     *     element that a table may not have; null where it is written in the script
     */
    record Nil(@Nullable Source source) implements Atom {}

    /**
     * A boolean.
     *
     * @param value which one
     * @param reply the command whose nil reply, or in RESP3 whose boolean one, this is
     */
    record Bool(boolean value, @Nullable Reply reply) implements Atom {}

    /**
     * A number.
     *
     * @param constant its value, where that is known
     * @param kind whether it is whole
     * @param source what it was read from: the argument in {@code tonumber(ARGV[1]) * 1000}
     * @param factor by what the number read from the source has been multiplied
     * @param shifted whether something was added to it or taken from it besides
     */
    record Numeric(
            @Nullable Double constant, Kind kind, @Nullable Source source, double factor, boolean shifted)
            implements Atom {

        /** Whether a number is whole. */
        public enum Kind {
            /** It is. */
            WHOLE,
            /** It comes from a division, a floating-point reply, or the like. */
            FRACTIONAL,
            /** It is a count of the script's own divided by a whole number, as of pairs by 2: without a rest, if all is well. */
            QUOTIENT,
            /** That is not known. */
            ANY;

            /** Whether it comes from a division, whatever its count. */
            public boolean isDivided() {
                return this == FRACTIONAL || this == QUOTIENT;
            }
        }

        /** A constant. */
        public static Numeric of(double constant) {
            boolean whole = constant == Math.rint(constant) && !Double.isInfinite(constant);
            return new Numeric(constant, whole ? Kind.WHOLE : Kind.FRACTIONAL, null, 1, false);
        }

        /** A number of which only the kind is known. */
        public static Numeric of(Kind kind) {
            return new Numeric(null, kind, null, 1, false);
        }

        /** A number read from a source, as it is. */
        public static Numeric from(Source source, Kind kind) {
            return new Numeric(null, kind, source, 1, false);
        }
    }

    /**
     * A string.
     *
     * @param pieces what it is put together from, in order; none for the empty string. A literal is never empty, and never
     *     next to another
     */
    record Text(List<Source> pieces) implements Atom {

        public Text {
            pieces = List.copyOf(pieces);
        }

        /** The text, if it is a literal. */
        public @Nullable String literal() {
            if (pieces.isEmpty()) {
                return "";
            }
            return pieces.size() == 1 && pieces.get(0) instanceof Source.Literal literal ? literal.text() : null;
        }

        /** What it is, if it is a single piece. */
        public @Nullable Source only() {
            return pieces.size() == 1 ? pieces.get(0) : null;
        }
    }

    /** The array {@code KEYS} or {@code ARGV} itself. */
    record Inputs(Array array) implements Atom {

        /** Which of the two. */
        public enum Array {
            KEYS,
            ARGV
        }
    }

    /**
     * A table.
     *
     * @param fields what it is known to hold, by key: a {@code String}, or a whole number from 1 as an {@code Integer}
     * @param rest what its other elements can be; null if there are none
     * @param named what its elements under names that are not known can be, as those of {@code t[KEYS[1]]}; null if there are
     *     none, or they cannot be told from the rest
     * @param reply the command whose array reply it is
     */
    record Table(
            Map<Object, Value> fields,
            @Nullable Value rest,
            @Nullable Value named,
            @Nullable Reply reply) implements Atom {

        public Table {
            // In their order: that of Map.copyOf differs from one run to the next.
            fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** A table of which nothing is known. */
        public static Table unknown() {
            return new Table(Map.of(), Value.ANY, null, null);
        }

        /** Whether its fields are all it has. */
        public boolean isClosed() {
            return rest == null && named == null;
        }
    }

    /**
     * A status reply: a table with the field {@code ok} alone.
     *
     * @param text the status, if it is known
     * @param reply the command that replied it; null for one the script made
     */
    record Status(@Nullable String text, @Nullable Reply reply) implements Atom {}

    /**
     * An error reply: a table with a field {@code err}.
     *
     * @param message the message
     * @param reply the command that replied it to {@code pcall}; null for one the script made
     */
    record Failure(Value message, @Nullable Reply reply) implements Atom {}

    /**
     * A table of the server's: {@code redis}, {@code string}; {@code _G} for the globals themselves.
     *
     * @param name its name; {@code server} of Valkey is {@code redis}
     */
    record Library(String name) implements Atom {}

    /**
     * A function of the server's.
     *
     * @param name with its library: {@code redis.call}, {@code tonumber}
     */
    record Builtin(String name) implements Atom {}

    /**
     * A function of the script's. Two are equal if they stand at the same place and were made with the same.
     *
     * @param body its text
     * @param captured what parameters of a function that has returned it are in it, as far as that is known
     */
    record Closure(Expression.Function body, Map<Local, Value> captured) implements Atom {

        public Closure {
            captured = Map.copyOf(captured);
        }

        /** A function that stands where its variables are. */
        public Closure(Expression.Function body) {
            this(body, Map.of());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Closure closure
                    && closure.body.span().equals(body.span())
                    && closure.captured.equals(captured);
        }

        @Override
        public int hashCode() {
            return body.span().hashCode();
        }
    }
}
