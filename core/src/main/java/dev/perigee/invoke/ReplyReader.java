package dev.perigee.invoke;

import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.invoke.RecordedReply.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply from front to back. Every {@code as…} method reads the value the reader stands on, and fails with
 * {@link dev.perigee.error.ScriptReplyException ScriptReplyException} if that does not fit, or with {@link
 * dev.perigee.error.ScriptErrorException ScriptErrorException} if it is an error, as scripts can put them into arrays. For
 * one thread.
 *
 * <p>The reader stands on the top of the reply first. It can be {@link #reset} to another reply when it has read one, or has
 * failed to; then it needs no memory of its own. {@link #enter} steps into an array, {@link #next} to its next element,
 * and {@link #leave} out of it.
 *
 * <p>Both protocols give the same: RESP3 maps can be read as the flat arrays, sets as the arrays and booleans as the integers
 * that RESP2 has for them. Messages name places as in {@code [2].remaining}, counted from 1 as in Lua, and {@code [2].key}
 * and {@code [2].value} for the second entry of a map.
 */
public final class ReplyReader extends ReplyCursor {

    private static final String BOOLEAN = "a boolean: 1, 0, OK or nil";

    private final Codecs codecs;
    private @Nullable DecodedValue decoded;

    /** A reader that has nothing to read yet. */
    public ReplyReader(Codecs codecs) {
        this.codecs = codecs;
    }

    /** Steps to the top of a script's reply, which may be the reader's {@link #own()}. */
    public ReplyReader reset(Script script, RecordedReply reply) {
        stand(script, reply);
        decoded = null;
        return this;
    }

    /** Forgets the script and the reply, so that nothing of a call is kept until the next one. */
    public void clear() {
        forget();
        decoded = null;
    }

    /** Reads one value. */
    @FunctionalInterface
    public interface Element<T extends @Nullable Object> {

        /** The value the reader stands on. */
        T read(ReplyReader reply);
    }

    /** An integer reply, or a string reply or a RESP3 double that is one. A RESP3 boolean is 1 or 0, as in RESP2. */
    public long asLong() {
        return whole(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** As {@link #asLong()}, within the range of {@code int}. */
    public int asInt() {
        return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** As {@link #asLong()}, within the range of {@code short}. */
    public short asShort() {
        return (short) whole(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** As {@link #asLong()}, within the range of {@code byte}. */
    public byte asByte() {
        return (byte) whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    private long whole(long min, long max) {
        long value = NumberReplies.whole(this, min, max);
        at++;
        return value;
    }

    /**
     * {@code 1}, a status {@code OK} or RESP3 true as true; {@code 0}, nil, which is Lua's {@code false}, or RESP3 false.
     * {@code 1} and {@code 0} also as strings, as Redis stores what is passed as a boolean.
     */
    public boolean asBoolean() {
        if (passNil()) {
            return false;
        }
        boolean value = isTrue();
        at++;
        return value;
    }

    private boolean isTrue() {
        return switch (kind()) {
            case BOOLEAN, INTEGER -> {
                long value = reply.number(at);
                if (value != 0 && value != 1) {
                    throw mismatch(BOOLEAN, "another integer");
                }
                yield value == 1;
            }
            case STRING -> {
                boolean value = reply.is(at, "1") || reply.is(at, "OK");
                if (!value && !reply.is(at, "0")) {
                    throw mismatch(BOOLEAN);
                }
                yield value;
            }
            case NIL, DOUBLE, BIG_NUMBER, ERROR, ARRAY, SET, MAP -> throw mismatch(BOOLEAN);
        };
    }

    /** A string reply that is a number, an integer reply, or a RESP3 double, big number or boolean. */
    public double asDouble() {
        double value = NumberReplies.number(this);
        at++;
        return value;
    }

    /** As {@link #asDouble()}, within the range of {@code float}, rounded to its precision. */
    public float asFloat() {
        float value = NumberReplies.floatNumber(this);
        at++;
        return value;
    }

    /**
     * An integer, a string that is a decimal number, exactly, or a RESP3 double or big number. Of a RESP3 double, the number
     * with the fewest digits that stands for it.
     */
    public BigDecimal asBigDecimal() {
        BigDecimal value = NumberReplies.decimal(this, "a finite number");
        at++;
        return value;
    }

    /** An integer, a string that is a whole number, a RESP3 big number, or a RESP3 double that is whole. */
    public BigInteger asBigInteger() {
        BigInteger value = NumberReplies.bigInteger(this);
        at++;
        return value;
    }

    /** A bulk string, a status or the digits of a RESP3 big number, read as UTF-8. */
    public String asString() {
        requireText("a string");
        return reply.text(at++);
    }

    /** The bytes of a bulk string, a status or the digits of a RESP3 big number. */
    public byte[] asBytes() {
        requireText("a string");
        return reply.bytes(at++);
    }

    private void requireText(String expected) {
        Kind kind = kind();
        if (kind != Kind.STRING && kind != Kind.BIG_NUMBER) {
            throw mismatch(expected);
        }
    }

    /** A string of the usual 36 characters. */
    public UUID asUuid() {
        requireText("a UUID");
        UUID value = UuidText.parse(reply.recorded(), reply.from(at), reply.to(at));
        if (value == null) {
            throw mismatch("a UUID", reply.length(at) == UuidText.LENGTH ? "another string of 36 bytes" : describe());
        }
        at++;
        return value;
    }

    /** A number of the unit, whole or, in a string or a RESP3 double, with a fraction; to the nearest nanosecond. */
    public Duration asDuration(ChronoUnit unit) {
        Duration value = TimeReplies.duration(this, unit);
        at++;
        return value;
    }

    /** A number of the unit since the epoch, whole or, in a string or a RESP3 double, with a fraction; as a duration. */
    public Instant asInstant(ChronoUnit unit) {
        Instant value = TimeReplies.instant(this, unit);
        at++;
        return value;
    }

    /** A constant by its declared code; without declared codes by its name, from a string, or its place from 0. */
    public <E extends Enum<E>> E asEnum(EnumConstants<E> constants) {
        E constant = switch (kind()) {
            case STRING, INTEGER, BOOLEAN -> constants.find(reply, at);
            case NIL, DOUBLE, BIG_NUMBER, ERROR, ARRAY, SET, MAP -> null;
        };
        if (constant == null) {
            throw mismatch(constants.expected(), describeAnother());
        }
        at++;
        return constant;
    }

    /** Empty for nil, and for an element that the array, cut at a nil, no longer has. */
    public <T> Optional<T> asOptional(Element<? extends T> value) {
        return passNil() ? Optional.empty() : Optional.of(value.read(this));
    }

    /** As {@link #asOptional}, with null for nothing. */
    public <T> @Nullable T asNullable(Element<? extends T> value) {
        return passNil() ? null : value.read(this);
    }

    /** As {@link #asLong()}, empty for nil. */
    public OptionalLong asOptionalLong() {
        return passNil() ? OptionalLong.empty() : OptionalLong.of(asLong());
    }

    /** As {@link #asInt()}, empty for nil. */
    public OptionalInt asOptionalInt() {
        return passNil() ? OptionalInt.empty() : OptionalInt.of(asInt());
    }

    /** As {@link #asDouble()}, empty for nil. */
    public OptionalDouble asOptionalDouble() {
        return passNil() ? OptionalDouble.empty() : OptionalDouble.of(asDouble());
    }

    /** An array, each element read by {@code element}. The list cannot be changed. */
    public <T extends @Nullable Object> List<T> asList(Element<? extends T> element) {
        int elements = elements("an array");
        ReplyPath path = enter(elements, ReplyPath.ELEMENTS);
        List<T> list = elements == 0 ? Collections.emptyList() : new ArrayList<>(elements);
        for (int i = 0; i < elements; i++) {
            path.next();
            list.add(element.read(this));
        }
        leave();
        return elements == 0 ? list : Collections.unmodifiableList(list);
    }

    /**
     * A RESP3 set or an array, each element read by {@code element}; in its order. Of elements that are equal the first one
     * counts. The set cannot be changed.
     */
    public <T extends @Nullable Object> Set<T> asSet(Element<? extends T> element) {
        if (kind() == Kind.MAP) {
            throw mismatch("a set or an array");
        }
        int elements = elements("a set or an array");
        ReplyPath path = enter(elements, ReplyPath.ELEMENTS);
        Set<T> set = elements == 0 ? Collections.emptySet() : new LinkedHashSet<>(buckets(elements));
        for (int i = 0; i < elements; i++) {
            path.next();
            set.add(element.read(this));
        }
        leave();
        return elements == 0 ? set : Collections.unmodifiableSet(set);
    }

    /**
     * A RESP3 map or a flat array of keys and values; in its order. A key that comes twice is refused: no command gives one,
     * so the script has mixed something up. The map cannot be changed.
     */
    public <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> asMap(
            Element<? extends K> key, Element<? extends V> value) {
        int entries = entries("", "a map or an array of keys and values");
        ReplyPath path = enter(entries, ReplyPath.ENTRIES);
        Map<K, V> map = entries == 0 ? Collections.emptyMap() : new LinkedHashMap<>(buckets(entries));
        for (int entry = 1; entry <= entries; entry++) {
            path.entry(entry, "key");
            K name = key.read(this);
            if (map.containsKey(name)) {
                throw mismatch("another key", "one that came before");
            }
            path.entry(entry, "value");
            map.put(name, value.read(this));
        }
        leave();
        return entries == 0 ? map : Collections.unmodifiableMap(map);
    }

    /** How many buckets hold so many without growing. */
    private static int buckets(int elements) {
        return (int) Math.min(elements * 4L / 3 + 1, 1 << 30);
    }

    /** What the decoder makes of it. It has to read all of the value, unless that is nil. */
    public <T> T decode(ReplyDecoder<? extends T> decoder) {
        return decodedValue().decode(decoder);
    }

    /** What the decoder that is registered on the client makes of it. */
    public <T> T decodeRegistered(Class<T> type) {
        ReplyDecoder<T> decoder = codecs.decoder(type);
        if (decoder == null) {
            throw failure("the client has no decoder of " + type.getSimpleName(), null);
        }
        return decodedValue().decode(type, decoder);
    }

    private DecodedValue decodedValue() {
        DecodedValue known = decoded;
        if (known == null) {
            known = new DecodedValue(this);
            decoded = known;
        }
        return known;
    }

    /** What the client's JSON codec makes of a string. */
    @SuppressWarnings("unchecked") // The codec is to give a value of the type that it is passed.
    public <T> T asJson(JsonType<T> type) {
        JsonCodec json = codecs.json();
        if (json == null) {
            throw failure("the client has no JSON codec", null);
        }
        requireText("a string of JSON");
        Object value;
        try {
            value = json.decode(reply.bytes(at), type.type());
        } catch (Exception e) {
            throw mismatch("JSON of " + type, "text that the JSON codec cannot read as that", e);
        }
        if (value == null) {
            throw mismatch("JSON of " + type, "null");
        }
        at++;
        return (T) value;
    }

    /**
     * Steps into an array that is read into a record by position, at most as many elements as it has components, or into a
     * RESP3 map, by name. {@link #next} steps to the components, in their order; {@link #leave} out.
     *
     * @param names the names of the record's components, as they are in the reply
     */
    public void enter(String record, String[] names) {
        if (kind() == Kind.MAP) {
            RecordReplies.enterByName(this, record, names);
        } else {
            RecordReplies.enter(this, record, names.length);
        }
    }

    /**
     * Steps into a flat array of names and values, or a RESP3 map, that is read into a record by name. Names that the record
     * does not have are passed over, and one of its names that comes twice is refused. {@link #next} steps to the components,
     * in their order; {@link #leave} out.
     *
     * @param names the names of the record's components, as they are in the reply
     */
    public void enterByName(String record, String[] names) {
        RecordReplies.enterByName(this, record, names);
    }

    /**
     * Steps into an array whose first element chooses one of several records, and the others are its components; an
     * alternative without components may be its code alone. {@link #next} steps to the components, in their order; {@link
     * #leave} out.
     *
     * @return which, from 0
     */
    public int enterOneOf(Alternatives alternatives) {
        return RecordReplies.enterOneOf(this, alternatives);
    }

    /** Steps to the next element, which is read into the component of this name. */
    public ReplyReader next(String component) {
        int index = path().next(component);
        missing = index == ReplyPath.ABSENT;
        if (index >= 0) {
            at = index;
        }
        return this;
    }

    /** Steps out of the array. */
    public void leave() {
        leaveValue();
    }
}
