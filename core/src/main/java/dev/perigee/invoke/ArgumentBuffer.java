package dev.perigee.invoke;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.error.ScriptArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arguments that one parameter of several values becomes, encoded when the call is made, on the thread that makes it, so
 * that nothing of the caller's is kept or read later. That is the caller's thread, or the subscriber's; with {@code @Each} it
 * may be an event loop, for the call of an element is made when it is about to be sent (see {@link Batch}). Every value that
 * is null, or cannot be sent, is refused by its name, as {@code lines[2].sku}, with {@link ScriptArgumentException}. For one
 * thread until it is handed over; after that it is only read.
 */
public final class ArgumentBuffer {

    private static final int FIRST_BYTES = 64;

    private final Script script;
    private final Codecs codecs;
    private final RespBytes out = new RespBytes(FIRST_BYTES);
    private final ArgumentPath path = new ArgumentPath();

    /** Adds the arguments of one value. */
    @FunctionalInterface
    public interface Element<T extends @Nullable Object> {

        /** Adds the value's arguments. The value is not null, unless the element comes from {@link #nullable}. */
        void add(ArgumentBuffer argv, T value);
    }

    ArgumentBuffer(Script script, Codecs codecs) {
        this.script = script;
        this.codecs = codecs;
    }

    /** Adds what stands for null in the place of null; for the elements, keys and values that {@code @Nullable} allows. */
    public static <T> Element<@Nullable T> nullable(String absent, Element<T> present) {
        return new OrAbsent<>(absent, present);
    }

    private record OrAbsent<T>(String absent, Element<T> present) implements Element<@Nullable T> {

        @Override
        public void add(ArgumentBuffer argv, @Nullable T value) {
            argv.addNullable(value, absent, present);
        }
    }

    /** Names what is added next, for messages: the parameter, or a record's component. */
    public ArgumentBuffer name(String name) {
        path.name(name);
        return this;
    }

    /** As {@link ArgumentWriter#add(String)}. */
    public ArgumentBuffer add(@Nullable String value) {
        out.add(required(value));
        return this;
    }

    /** The text that its {@code toString()} gives, as {@link ArgumentWriter#add(String)}. */
    public ArgumentBuffer add(@Nullable CharSequence value) {
        out.add(required(value).toString());
        return this;
    }

    /** As {@link ArgumentWriter#add(char)}. */
    public ArgumentBuffer add(char value) {
        out.add(value);
        return this;
    }

    /** As {@link ArgumentWriter#add(char)}. */
    public ArgumentBuffer add(@Nullable Character value) {
        out.add(required(value).charValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(byte[])}; copies the bytes. */
    public ArgumentBuffer add(byte @Nullable [] value) {
        out.add(required(value));
        return this;
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(long value) {
        out.add(value);
        return this;
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Long value) {
        out.add(required(value).longValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Integer value) {
        out.add(required(value).longValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Short value) {
        out.add(required(value).longValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Byte value) {
        out.add(required(value).longValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(double)}; refuses what is not finite. */
    public ArgumentBuffer add(double value) {
        requireFinite(value);
        out.add(value);
        return this;
    }

    /** As {@link ArgumentWriter#add(double)}; refuses what is not finite. */
    public ArgumentBuffer add(@Nullable Double value) {
        add(required(value).doubleValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(float)}; refuses what is not finite. */
    public ArgumentBuffer add(float value) {
        requireFinite(value);
        out.add(value);
        return this;
    }

    /** As {@link ArgumentWriter#add(float)}; refuses what is not finite. */
    public ArgumentBuffer add(@Nullable Float value) {
        add(required(value).floatValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(boolean)}. */
    public ArgumentBuffer add(boolean value) {
        out.add(value);
        return this;
    }

    /** As {@link ArgumentWriter#add(boolean)}. */
    public ArgumentBuffer add(@Nullable Boolean value) {
        out.add(required(value).booleanValue());
        return this;
    }

    /** As {@link ArgumentWriter#add(BigDecimal)}. */
    public ArgumentBuffer add(@Nullable BigDecimal value) {
        out.add(required(value));
        return this;
    }

    /** As {@link ArgumentWriter#add(BigInteger)}. */
    public ArgumentBuffer add(@Nullable BigInteger value) {
        out.add(required(value));
        return this;
    }

    /** As {@link ArgumentWriter#add(Enum)}. */
    public ArgumentBuffer add(@Nullable Enum<?> value) {
        out.add(required(value).name());
        return this;
    }

    /** The constant's code. */
    public <E extends Enum<E>> ArgumentBuffer add(@Nullable E value, EnumConstants<E> codes) {
        out.add(codes.code(required(value)));
        return this;
    }

    /** As {@link ArgumentWriter#add(UUID)}. */
    public ArgumentBuffer add(@Nullable UUID value) {
        out.add(required(value));
        return this;
    }

    /** A whole number of the unit, rounded up. */
    public ArgumentBuffer add(@Nullable Duration value, ChronoUnit unit) {
        try {
            out.add(WholeUnits.in(required(value), unit));
        } catch (ArithmeticException e) {
            throw refused(WholeUnits.tooLong(unit), null);
        }
        return this;
    }

    /** A whole number of the unit since the epoch, rounded up. */
    public ArgumentBuffer add(@Nullable Instant value, ChronoUnit unit) {
        try {
            out.add(WholeUnits.sinceEpoch(required(value), unit));
        } catch (ArithmeticException e) {
            throw refused(WholeUnits.tooFar(unit), null);
        }
        return this;
    }

    /** What the encoder makes of it. */
    public <T> ArgumentBuffer add(@Nullable T value, ArgEncoder<? super T> encoder) {
        return addEncoded(required(value), encoder);
    }

    private <T> ArgumentBuffer addEncoded(T value, ArgEncoder<? super T> encoder) {
        byte[] encoded;
        try {
            encoded = encoder.encode(value);
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
        return addEncoded(encoded);
    }

    private ArgumentBuffer addEncoded(byte @Nullable [] encoded) {
        if (encoded == null) {
            throw refused(" could not be encoded: its encoder returned null", null);
        }
        out.add(encoded);
        return this;
    }

    private ScriptArgumentException notEncoded(RuntimeException cause) {
        return refused(" could not be encoded: " + cause, cause);
    }

    /** What the encoder that is registered on the client makes of it. */
    public <T> ArgumentBuffer addRegistered(@Nullable T value, Class<T> type) {
        T present = required(value);
        ArgEncoder<T> encoder = codecs.encoder(type);
        if (encoder == null) {
            throw refused(" cannot be encoded: no encoder is registered for " + type.getName(), null);
        }
        return addEncoded(present, encoder);
    }

    /** What the client's JSON codec makes of it. */
    public <T> ArgumentBuffer addJson(@Nullable T value, JsonType<T> type) {
        T present = required(value);
        JsonCodec json = codecs.json();
        if (json == null) {
            throw refused(" cannot be encoded: the client has no JSON codec", null);
        }
        byte[] encoded;
        try {
            encoded = json.encode(present, type.type());
        } catch (RuntimeException e) {
            throw notEncoded(e);
        }
        return addEncoded(encoded);
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public <T> ArgumentBuffer addOptional(@Nullable Optional<? extends T> value, String absent, Element<T> present) {
        Optional<? extends T> optional = required(value);
        return addNullable(optional.isPresent() ? optional.get() : null, absent, present);
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public ArgumentBuffer addOptional(@Nullable OptionalInt value, String absent) {
        OptionalInt optional = required(value);
        return optional.isPresent() ? add(optional.getAsInt()) : add(absent);
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public ArgumentBuffer addOptional(@Nullable OptionalLong value, String absent) {
        OptionalLong optional = required(value);
        return optional.isPresent() ? add(optional.getAsLong()) : add(absent);
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public ArgumentBuffer addOptional(@Nullable OptionalDouble value, String absent) {
        OptionalDouble optional = required(value);
        return optional.isPresent() ? add(optional.getAsDouble()) : add(absent);
    }

    /** The value's argument, or what stands for null. */
    public <T> ArgumentBuffer addNullable(@Nullable T value, String absent, Element<T> present) {
        return value == null ? add(absent) : enter(value, present);
    }

    /**
     * The arguments of all elements, in order. They are read once, so that their number is that of what is sent.
     *
     * @param counted whether their number is passed before them
     */
    @SuppressWarnings("unchecked") // The elements are the collection's.
    public <T> ArgumentBuffer addAll(
            @Nullable Collection<? extends @Nullable T> values, boolean counted, Element<? super T> element) {
        Collection<? extends @Nullable T> present = required(values);
        @Nullable Object[] elements = elements(present);
        addCount(counted, elements.length);
        for (int i = 0; i < elements.length; i++) {
            path.element(i + 1);
            addPart((T) elements[i], element);
        }
        return this;
    }

    /** As the other, of an array. */
    public <T> ArgumentBuffer addAll(@Nullable T @Nullable [] values, boolean counted, Element<? super T> element) {
        @Nullable T[] present = required(values);
        addCount(counted, present.length);
        for (int i = 0; i < present.length; i++) {
            path.element(i + 1);
            addPart(present[i], element);
        }
        return this;
    }

    /** As the other, of an array of primitive numbers. */
    public ArgumentBuffer addAll(int @Nullable [] values, boolean counted) {
        int[] present = required(values);
        addCount(counted, present.length);
        for (int value : present) {
            out.add(value);
        }
        return this;
    }

    /** As the other, of an array of primitive numbers. */
    public ArgumentBuffer addAll(long @Nullable [] values, boolean counted) {
        long[] present = required(values);
        addCount(counted, present.length);
        for (long value : present) {
            out.add(value);
        }
        return this;
    }

    /** As the other, of an array of primitive numbers; refuses what is not finite. */
    public ArgumentBuffer addAll(double @Nullable [] values, boolean counted) {
        double[] present = required(values);
        addCount(counted, present.length);
        for (int i = 0; i < present.length; i++) {
            path.element(i + 1);
            add(present[i]);
        }
        return this;
    }

    /**
     * The keys and values of a map, each key before its value, in the map's order. They are read once, so that their number
     * is that of what is sent.
     *
     * @param counted whether the number of entries is passed before them
     */
    @SuppressWarnings("unchecked") // The entries are the map's.
    public <K, V> ArgumentBuffer addEntries(
            @Nullable Map<? extends K, ? extends @Nullable V> values,
            boolean counted,
            Element<? super K> key,
            Element<? super V> value) {
        Map<? extends K, ? extends @Nullable V> present = required(values);
        @Nullable Object[] entries = entries(present);
        addCount(counted, entries.length);
        for (int i = 0; i < entries.length; i++) {
            Map.Entry<K, @Nullable V> entry = (Map.Entry<K, @Nullable V>) required(entries[i]);
            path.part(i + 1, ".key");
            addPart(entry.getKey(), key);
            path.part(i + 1, ".value");
            addPart(entry.getValue(), value);
        }
        return this;
    }

    /** The arguments of a record's components, in order, which {@code components} adds. */
    public <T> ArgumentBuffer addRecord(@Nullable T value, Element<? super T> components) {
        return enter(required(value), components);
    }

    /** How many arguments were added. */
    public int count() {
        return out.count;
    }

    /** As they are sent. */
    RespBytes bytes() {
        return out;
    }

    private void addCount(boolean counted, int count) {
        if (counted) {
            out.add((long) count);
        }
    }

    private <T> void addPart(@Nullable T value, Element<? super T> element) {
        if (value == null && element instanceof OrAbsent<?> other) {
            add(other.absent());
        } else {
            enter(required(value), element);
        }
    }

    private <T> ArgumentBuffer enter(T value, Element<? super T> element) {
        path.enter();
        element.add(this, value);
        path.leave();
        return this;
    }

    /** Collections that another thread changes may fail in any way, or give null where an element was. */
    private @Nullable Object[] elements(Collection<?> values) {
        try {
            return values.toArray();
        } catch (RuntimeException e) {
            throw notRead(e);
        }
    }

    private @Nullable Object[] entries(Map<?, ?> values) {
        try {
            return values.entrySet().toArray();
        } catch (RuntimeException e) {
            throw notRead(e);
        }
    }

    private ScriptArgumentException notRead(RuntimeException cause) {
        return refused(" could not be read: " + cause, cause);
    }

    private void requireFinite(double value) {
        if (!Double.isFinite(value)) {
            throw refused(" is " + value + ", but only finite numbers are sent", null);
        }
    }

    private <T> T required(@Nullable T value) {
        if (value == null) {
            throw refused(" is null", null);
        }
        return value;
    }

    /** @param problem what is wrong, after the value's name */
    private ScriptArgumentException refused(String problem, @Nullable Throwable cause) {
        return new ScriptArgumentException(script.method(), script.file(), path + problem, cause);
    }
}
