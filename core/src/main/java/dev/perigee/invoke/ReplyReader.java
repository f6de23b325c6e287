package dev.perigee.invoke;

import dev.perigee.codec.ReplyDecoder;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.RecordedReply.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply from front to back. Every {@code as…} method reads the value the reader stands on, and fails with
 * {@link ScriptReplyException} if that does not fit, or with {@link ScriptErrorException} if it is an error, as scripts can
 * put them into arrays. For one thread.
 *
 * <p>The reader stands on the top of the reply first. {@link #enter} steps into an array, {@link #next} to its next element,
 * and {@link #leave} out of it.
 */
public final class ReplyReader {

    private static final int INITIAL_DEPTH = 4;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?");

    private final Script script;
    private final RecordedReply reply;
    private int at;
    private int depth;
    private int[] position = new int[INITIAL_DEPTH];
    private int[] length = new int[INITIAL_DEPTH];
    private @Nullable String[] name = new @Nullable String[INITIAL_DEPTH];
    private boolean missing;

    private final Codecs codecs;

    /** A reader that stands on the top of the script's reply. */
    public ReplyReader(Script script, RecordedReply reply, Codecs codecs) {
        this.script = script;
        this.reply = reply;
        this.codecs = codecs;
        this.codecs.json();
    }

    /** Reads one value. */
    @FunctionalInterface
    public interface Element<T> {

        /** The value the reader stands on. */
        T read(ReplyReader reply);
    }

    /** Steps into an array that is read into a record: at most as many elements as the record has components. */
    public void enter(String record, int components) {
        int elements = array(record);
        if (elements > components) {
            throw mismatch(record + ", an array of " + components, "one of " + elements);
        }
        push(elements);
    }

    /** Steps to the next element, which is read into the component of this name. */
    public ReplyReader next(String component) {
        int level = depth - 1;
        name[level] = component;
        position[level]++;
        missing = position[level] > length[level];
        return this;
    }

    /** Steps out of the array. */
    public void leave() {
        depth--;
        missing = false;
    }

    /** An integer reply, or a string reply or a RESP3 double that is one. A RESP3 boolean is 1 or 0, as in RESP2. */
    public long asLong() {
        return switch (kind()) {
            case INTEGER, BOOLEAN -> reply.number(at++);
            case STRING -> parsed("an integer", Long::parseLong);
            case DOUBLE -> wholeNumber();
            case NIL, ERROR, ARRAY -> throw mismatch("an integer");
        };
    }

    private long wholeNumber() {
        double value = Double.longBitsToDouble(reply.number(at));
        if (value != (long) value || value >= 0x1p63) {
            throw mismatch("an integer");
        }
        at++;
        return (long) value;
    }

    /** As {@link #asLong()}, within the range of {@code int}. */
    public int asInt() {
        int start = at;
        long value = asLong();
        if (value != (int) value) {
            at = start;
            throw mismatch("an integer from -2147483648 to 2147483647", "a larger one");
        }
        return (int) value;
    }

    /** {@code 1}, a status {@code OK} or RESP3 true as true; {@code 0}, nil, which is Lua's {@code false}, or RESP3 false. */
    public boolean asBoolean() {
        return switch (kind()) {
            case NIL -> {
                skipNil();
                yield false;
            }
            case BOOLEAN, INTEGER -> {
                long value = reply.number(at);
                if (value != 0 && value != 1) {
                    throw mismatch("a boolean: 1, 0, OK or nil", "another integer");
                }
                at++;
                yield value == 1;
            }
            case STRING -> {
                if (!reply.text(at).equals("OK")) {
                    throw mismatch("a boolean: 1, 0, OK or nil");
                }
                at++;
                yield true;
            }
            case DOUBLE, ERROR, ARRAY -> throw mismatch("a boolean: 1, 0, OK or nil");
        };
    }

    /** A string reply that is a number, an integer reply, or a RESP3 double or boolean. */
    public double asDouble() {
        return switch (kind()) {
            case INTEGER, BOOLEAN -> (double) reply.number(at++);
            case DOUBLE -> Double.longBitsToDouble(reply.number(at++));
            case STRING -> parsed("a number", ReplyReader::parseDouble);
            case NIL, ERROR, ARRAY -> throw mismatch("a number");
        };
    }

    /** A bulk string or a status, read as UTF-8. */
    public String asString() {
        if (kind() != Kind.STRING) {
            throw mismatch("a string");
        }
        return reply.text(at++);
    }

    /** The bytes of a bulk string or a status. */
    public byte[] asBytes() {
        if (kind() != Kind.STRING) {
            throw mismatch("a string");
        }
        return reply.bytes(at++);
    }

    /** A constant by its name, from a string, or by its place from 0, from an integer. */
    public <E extends Enum<E>> E asEnum(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return switch (kind()) {
            case INTEGER, BOOLEAN -> byPlace(type, constants);
            case STRING -> byName(type, constants);
            case NIL, DOUBLE, ERROR, ARRAY -> throw mismatch("a " + type.getSimpleName() + ", by name or by number");
        };
    }

    private <E extends Enum<E>> E byPlace(Class<E> type, E[] constants) {
        long place = reply.number(at);
        if (place < 0 || place >= constants.length) {
            throw mismatch("a " + type.getSimpleName() + " from 0 to " + (constants.length - 1), "another integer");
        }
        at++;
        return constants[(int) place];
    }

    private <E extends Enum<E>> E byName(Class<E> type, E[] constants) {
        String text = reply.text(at);
        for (E constant : constants) {
            if (constant.name().equals(text)) {
                at++;
                return constant;
            }
        }
        String names = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        throw mismatch("a " + type.getSimpleName() + ", one of " + names, "another string");
    }

    /** Empty for nil, and for an element that the array, cut at a nil, no longer has. */
    public <T> Optional<T> asOptional(Element<? extends T> value) {
        if (kind() == Kind.NIL) {
            skipNil();
            return Optional.empty();
        }
        return Optional.of(value.read(this));
    }

    /** An array, each element read by {@code element}. The list cannot be changed. */
    public <T> List<T> asList(Element<? extends T> element) {
        int elements = array("a list");
        push(elements);
        List<T> list = new ArrayList<>(elements);
        for (int i = 0; i < elements; i++) {
            position[depth - 1]++;
            list.add(element.read(this));
        }
        leave();
        return List.copyOf(list);
    }

    /** As {@link #asOptional}, with null for nothing. */
    public <T> @Nullable T asNullable(Element<? extends T> value) {
        return Pending.result();
    }

    /** As {@link #asLong()}, empty for nil. */
    public OptionalLong asOptionalLong() {
        return Pending.result();
    }

    /** As {@link #asInt()}, empty for nil. */
    public OptionalInt asOptionalInt() {
        return Pending.result();
    }

    /** As {@link #asDouble()}, empty for nil. */
    public OptionalDouble asOptionalDouble() {
        return Pending.result();
    }

    /** As {@link #asLong()}, within the range of {@code short}. */
    public short asShort() {
        return Pending.result();
    }

    /** As {@link #asLong()}, within the range of {@code byte}. */
    public byte asByte() {
        return Pending.<Byte>result();
    }

    /** As {@link #asDouble()}, within the range of {@code float}, rounded to its precision. */
    public float asFloat() {
        return Pending.result();
    }

    /** An integer, a string that is a decimal number, exactly, or a RESP3 double or big number. */
    public BigDecimal asBigDecimal() {
        return Pending.result();
    }

    /** An integer, a string that is a whole number, or a RESP3 big number. */
    public BigInteger asBigInteger() {
        return Pending.result();
    }

    /** A string of the usual 36 characters. */
    public UUID asUuid() {
        return Pending.result();
    }

    /** A number of the unit, whole or, in a string, with a fraction. */
    public Duration asDuration(ChronoUnit unit) {
        return Pending.result();
    }

    /** A number of the unit since the epoch, whole or, in a string, with a fraction. */
    public Instant asInstant(ChronoUnit unit) {
        return Pending.result();
    }

    /** A constant by its declared code; without declared codes by its name, from a string, or its place from 0. */
    public <E extends Enum<E>> E asEnum(EnumConstants<E> constants) {
        return Pending.result();
    }

    /** An array or a RESP3 set, each element read by {@code element}; in its order. The set cannot be changed. */
    public <T> Set<T> asSet(Element<? extends T> element) {
        return Pending.result();
    }

    /** A RESP3 map or a flat array of keys and values; in its order. The map cannot be changed. */
    public <K, V> Map<K, V> asMap(Element<? extends K> key, Element<? extends V> value) {
        return Pending.result();
    }

    /** What the decoder makes of it. */
    public <T> T decode(ReplyDecoder<? extends T> decoder) {
        return Pending.result();
    }

    /** What the decoder that is registered on the client makes of it. */
    public <T> T decodeRegistered(Class<T> type) {
        return Pending.result();
    }

    /** What the client's JSON codec makes of a string. */
    public <T> T asJson(JsonType<T> type) {
        return Pending.result();
    }

    /**
     * Steps into an array that is read into a record by position, at most as many elements as it has components, or into a
     * RESP3 map, by name. {@link #next} steps to the components, in their order; {@link #leave} out.
     *
     * @param names the names of the record's components, as they are in the reply
     */
    public void enter(String record, String[] names) {
        Pending.result();
    }

    /**
     * Steps into a flat array of names and values, or a RESP3 map, that is read into a record by name. Names that the record
     * does not have are passed over. {@link #next} steps to the components, in their order; {@link #leave} out.
     *
     * @param names the names of the record's components, as they are in the reply
     */
    public void enterByName(String record, String[] names) {
        Pending.result();
    }

    /**
     * Steps into an array whose first element chooses one of several records, and the others are its components; an
     * alternative without components may be its code alone. {@link #next} steps to the components, in their order; {@link
     * #leave} out.
     *
     * @return which, from 0
     */
    public int enterOneOf(Alternatives alternatives) {
        return Pending.result();
    }

    private Kind kind() {
        if (missing) {
            return Kind.NIL;
        }
        Kind kind = reply.kind(at);
        if (kind == Kind.ERROR) {
            throw ScriptErrors.parse(script, reply.text(at), path());
        }
        return kind;
    }

    private void skipNil() {
        if (!missing) {
            at++;
        }
    }

    private int array(String expected) {
        if (kind() != Kind.ARRAY) {
            throw mismatch(expected + ", an array");
        }
        return reply.length(at);
    }

    private void push(int elements) {
        at++;
        if (depth == position.length) {
            position = Arrays.copyOf(position, depth * 2);
            length = Arrays.copyOf(length, depth * 2);
            name = Arrays.copyOf(name, depth * 2);
        }
        position[depth] = 0;
        length[depth] = elements;
        name[depth] = null;
        depth++;
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private <T> T parsed(String expected, Parser<T> parser) {
        try {
            T value = parser.parse(reply.text(at));
            at++;
            return value;
        } catch (NumberFormatException e) {
            throw mismatch(expected, "a string that is none");
        }
    }

    /** Redis writes infinities as {@code inf} and {@code -inf}; Java would read more than numbers, such as {@code 1d}. */
    private static double parseDouble(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> {
                if (!DECIMAL.matcher(text).matches()) {
                    throw new NumberFormatException();
                }
                yield Double.parseDouble(text);
            }
        };
    }

    private ScriptReplyException mismatch(String expected) {
        if (missing) {
            return mismatch(
                    expected,
                    "nothing: the array ended after " + length[depth - 1]
                            + (length[depth - 1] == 1 ? " element" : " elements")
                            + ", as a Lua array does at its first nil");
        }
        return mismatch(expected, describe(at));
    }

    private ScriptReplyException mismatch(String expected, String found) {
        String where = path().isEmpty() ? "" : " at " + path();
        return new ScriptReplyException(
                script.method(), script.file(), "expected " + expected + where + ", got " + found, null);
    }

    private String describe(int index) {
        Kind kind = reply.kind(index);
        return switch (kind) {
            case STRING -> "a string of " + reply.length(index) + " bytes";
            case ARRAY -> "an array of " + reply.length(index);
            case NIL, INTEGER, DOUBLE, BOOLEAN, ERROR -> kind.description();
        };
    }

    /** Where the reader stands: {@code [2].remaining} is the component {@code remaining} of the second element. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            String component = name[i];
            if (component == null) {
                path.append('[').append(position[i]).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(component);
            }
        }
        return path.toString();
    }
}
