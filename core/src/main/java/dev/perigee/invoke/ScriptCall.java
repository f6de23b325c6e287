package dev.perigee.invoke;

import dev.perigee.error.ScriptArgumentException;
import dev.perigee.error.ScriptErrorException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a script: its values, how they are written and how the reply is read. Generated for every method; immutable.
 *
 * @param <T> what the reply is read into
 */
public abstract class ScriptCall<T extends @Nullable Object> {

    /** The script as it was compiled in; known before the constructor has run. */
    public abstract Script script();

    /** How many keys {@link #writeKeys} writes. */
    public int keyCount() {
        return script().keyCount();
    }

    /** How many arguments {@link #writeArguments} writes. */
    public int argumentCount() {
        return script().argumentCount();
    }

    /** Writes the keys in the order of {@code KEYS}. May be called more than once, and from any thread. */
    public void writeKeys(KeyWriter keys) {}

    /** Writes the arguments in the order of {@code ARGV}. May be called more than once, and from any thread. */
    public void writeArguments(ArgumentWriter argv) {}

    /**
     * Reads the reply.
     *
     * @throws dev.perigee.error.ScriptReplyException if it does not fit
     */
    public abstract T readReply(ReplyReader reply);

    /**
     * What is thrown for an error that the server answered with: the exception of a {@code @ScriptError} with its code, or
     * the error itself.
     */
    public Exception raised(ScriptErrorException error) {
        return error;
    }

    /** The exception with the error as its cause, or beside that if it has one. */
    protected static <E extends Exception> E withCause(E exception, ScriptErrorException error) {
        try {
            exception.initCause(error);
        } catch (IllegalStateException e) {
            exception.addSuppressed(error);
        }
        return exception;
    }

    /** A buffer for the arguments of one parameter. */
    protected final ArgumentBuffer buffer(Codecs codecs) {
        return new ArgumentBuffer(script(), codecs);
    }

    /** A point in time as a whole number of the unit since the epoch, rounded up. */
    protected final long sinceEpoch(String name, @Nullable Instant value, ChronoUnit unit) {
        Instant instant = required(name, value);
        try {
            return WholeUnits.sinceEpoch(instant, unit);
        } catch (ArithmeticException e) {
            throw refused(name + WholeUnits.tooFar(unit));
        }
    }

    /** A copy of the bytes, unless they are null. */
    protected final byte[] bytes(String name, byte @Nullable [] value) {
        return required(name, value).clone();
    }

    /** The value, unless it is null. */
    protected final <V> V required(String name, @Nullable V value) {
        if (value == null) {
            throw refused(name + " is null");
        }
        return value;
    }

    /** A copy of the list, unless it or an element is null; elements are counted from 1, as in Lua and {@code KEYS}. */
    protected final <V> List<V> elements(String name, @Nullable List<? extends @Nullable V> list) {
        List<? extends @Nullable V> values = required(name, list);
        for (int i = 0; i < values.size(); i++) {
            required(name + "[" + (i + 1) + "]", values.get(i));
        }
        return List.copyOf(values);
    }

    /**
     * The value of a hash tag, unless Redis would see no tag in it: when it is empty or begins with a closing brace, the
     * whole key is hashed, and the keys of the call fall into different slots.
     */
    protected final String hashTag(String name, @Nullable String value) {
        String tag = required(name, value);
        if (tag.isEmpty()) {
            throw refused(name + " is empty, so the keys have no hash tag and fall into different slots");
        }
        if (tag.charAt(0) == '}') {
            throw refused(name + " begins with '}', so the keys have no hash tag and fall into different slots");
        }
        return tag;
    }

    /** The value that begins a hash tag with more in it, unless it would end the tag before its first character. */
    protected final String hashTagStart(String name, @Nullable String value) {
        String start = required(name, value);
        if (start.startsWith("}")) {
            throw refused(name + " begins with '}', so the keys have no hash tag and fall into different slots");
        }
        return start;
    }

    /** The value that is a key's whole hashed text and another's hash tag, unless a brace in it would change one of them. */
    protected final String withoutBraces(String name, @Nullable String value) {
        String text = required(name, value);
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw refused(name + " contains a brace, so the keys fall into different slots");
        }
        return text;
    }

    /**
     * Checks that several values together make a hash tag that is not empty.
     *
     * @param names the values' names
     * @param text the beginning of the keys, up to the brace that ends the tag
     */
    protected final void requireHashTag(String names, String text) {
        int open = text.indexOf('{');
        if (text.startsWith("}", open + 1)) {
            throw refused(names + " make an empty hash tag, so the keys fall into different slots");
        }
    }

    /** The value of a part before the hash tag, unless it holds an opening brace: Redis takes the first one in a key. */
    protected final String beforeHashTag(String name, @Nullable String value) {
        String part = required(name, value);
        if (part.indexOf('{') >= 0) {
            throw refused(name + " contains '{', which would move the hash tag of its key to another place");
        }
        return part;
    }

    /** The id of this call's operation, where the caller gives none: no other call has it. */
    protected static String newOperationId() {
        return OperationIds.next();
    }

    /** The id of this call's operation, unless it is empty: all such calls would be the same operation. */
    protected final <V> V operationId(String name, @Nullable V value) {
        V id = required(name, value);
        if (id.toString().isEmpty()) {
            throw refused(name + " is empty, but it is what tells this operation from others");
        }
        return id;
    }

    /** A duration as a whole number of the unit, rounded up. */
    protected final long inUnit(String name, @Nullable Duration value, ChronoUnit unit) {
        Duration duration = required(name, value);
        try {
            return WholeUnits.in(duration, unit);
        } catch (ArithmeticException e) {
            throw refused(name + WholeUnits.tooLong(unit));
        }
    }

    /** The value, unless it is not a number or infinite: no two readers agree on how to write those. */
    protected final double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw refused(name + " is " + value + ", but only finite numbers are sent");
        }
        return value;
    }

    /** As {@link #finite(String, double)}. */
    protected final float finite(String name, float value) {
        finite(name, (double) value);
        return value;
    }

    /** Checks that all keys fall into one slot; for keys that the compiler can say nothing about. */
    protected final void requireOneSlot() {
        KeySlot.requireOne(this);
    }

    /** A refusal to send this call. */
    protected final ScriptArgumentException refused(String problem) {
        return new ScriptArgumentException(script().method(), script().file(), problem, null);
    }

    /** A call that gives a number, which is not boxed. Generated for methods of {@code long}, {@code int} and the like. */
    public abstract static class OfLong extends ScriptCall<Long> {

        /** Reads the reply, as {@link #readReply}. */
        public abstract long readLong(ReplyReader reply);

        @Override
        public final Long readReply(ReplyReader reply) {
            return readLong(reply);
        }
    }

    /** As {@link OfLong}, for {@code double} and {@code float}. */
    public abstract static class OfDouble extends ScriptCall<Double> {

        /** Reads the reply, as {@link #readReply}. */
        public abstract double readDouble(ReplyReader reply);

        @Override
        public final Double readReply(ReplyReader reply) {
            return readDouble(reply);
        }
    }
}
