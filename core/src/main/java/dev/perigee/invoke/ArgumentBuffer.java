package dev.perigee.invoke;

import dev.perigee.codec.ArgEncoder;
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
 * The arguments that one parameter of several values becomes, encoded on the caller's thread, so that nothing of the
 * caller's is kept or read later. Every value that is null, or cannot be sent, is refused by its name, with {@link
 * dev.perigee.error.ScriptArgumentException ScriptArgumentException}. For one thread until it is handed over.
 */
public final class ArgumentBuffer {

    /** Adds the arguments of one value. */
    @FunctionalInterface
    public interface Element<T extends @Nullable Object> {

        /** Adds the value's arguments. */
        void add(ArgumentBuffer argv, T value);
    }

    ArgumentBuffer(Script script, Codecs codecs) {}

    /** Names what is added next, for messages: the parameter, or a record's component. */
    public ArgumentBuffer name(String name) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(String)}. */
    public ArgumentBuffer add(@Nullable String value) {
        return Pending.result();
    }

    /** The text that its {@code toString()} gives, as {@link ArgumentWriter#add(String)}. */
    public ArgumentBuffer add(@Nullable CharSequence value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(String)}. */
    public ArgumentBuffer add(char value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(String)}. */
    public ArgumentBuffer add(@Nullable Character value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(byte[])}; copies the bytes. */
    public ArgumentBuffer add(byte @Nullable [] value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(long value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Long value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Integer value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Short value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(long)}. */
    public ArgumentBuffer add(@Nullable Byte value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(double)}; refuses what is not finite. */
    public ArgumentBuffer add(double value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(double)}; refuses what is not finite. */
    public ArgumentBuffer add(@Nullable Double value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(float)}; refuses what is not finite. */
    public ArgumentBuffer add(float value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(float)}; refuses what is not finite. */
    public ArgumentBuffer add(@Nullable Float value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(boolean)}. */
    public ArgumentBuffer add(boolean value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(boolean)}. */
    public ArgumentBuffer add(@Nullable Boolean value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(BigDecimal)}. */
    public ArgumentBuffer add(@Nullable BigDecimal value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(BigInteger)}. */
    public ArgumentBuffer add(@Nullable BigInteger value) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(Enum)}. */
    public ArgumentBuffer add(@Nullable Enum<?> value) {
        return Pending.result();
    }

    /** The constant's code. */
    public <E extends Enum<E>> ArgumentBuffer add(@Nullable E value, EnumConstants<E> codes) {
        return Pending.result();
    }

    /** As {@link ArgumentWriter#add(UUID)}. */
    public ArgumentBuffer add(@Nullable UUID value) {
        return Pending.result();
    }

    /** A whole number of the unit, rounded up. */
    public ArgumentBuffer add(@Nullable Duration value, ChronoUnit unit) {
        return Pending.result();
    }

    /** A whole number of the unit since the epoch, rounded up. */
    public ArgumentBuffer add(@Nullable Instant value, ChronoUnit unit) {
        return Pending.result();
    }

    /** What the encoder makes of it. */
    public <T> ArgumentBuffer add(@Nullable T value, ArgEncoder<? super T> encoder) {
        return Pending.result();
    }

    /** What the encoder that is registered on the client makes of it. */
    public <T> ArgumentBuffer addRegistered(@Nullable T value, Class<T> type) {
        return Pending.result();
    }

    /** What the client's JSON codec makes of it. */
    public <T> ArgumentBuffer addJson(@Nullable T value, JsonType<T> type) {
        return Pending.result();
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public <T> ArgumentBuffer addOptional(@Nullable Optional<? extends T> value, String absent, Element<T> present) {
        return Pending.result();
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public ArgumentBuffer addOptional(@Nullable OptionalInt value, String absent) {
        return Pending.result();
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public ArgumentBuffer addOptional(@Nullable OptionalLong value, String absent) {
        return Pending.result();
    }

    /** The value's argument, or what stands for none. */
    @SuppressWarnings("NullableOptional")
    public ArgumentBuffer addOptional(@Nullable OptionalDouble value, String absent) {
        return Pending.result();
    }

    /** The value's argument, or what stands for null. */
    public <T> ArgumentBuffer addNullable(@Nullable T value, String absent, Element<T> present) {
        return Pending.result();
    }

    /**
     * The arguments of all elements, in order.
     *
     * @param counted whether their number is passed before them
     */
    public <T> ArgumentBuffer addAll(
            @Nullable Collection<? extends @Nullable T> values, boolean counted, Element<? super T> element) {
        return Pending.result();
    }

    /** As the other, of an array. */
    public <T> ArgumentBuffer addAll(@Nullable T @Nullable [] values, boolean counted, Element<? super T> element) {
        return Pending.result();
    }

    /** As the other, of an array of primitive numbers. */
    public ArgumentBuffer addAll(int @Nullable [] values, boolean counted) {
        return Pending.result();
    }

    /** As the other, of an array of primitive numbers. */
    public ArgumentBuffer addAll(long @Nullable [] values, boolean counted) {
        return Pending.result();
    }

    /** As the other, of an array of primitive numbers. */
    public ArgumentBuffer addAll(double @Nullable [] values, boolean counted) {
        return Pending.result();
    }

    /**
     * The keys and values of a map, each key before its value, in the map's order.
     *
     * @param counted whether the number of entries is passed before them
     */
    public <K, V> ArgumentBuffer addEntries(
            @Nullable Map<? extends K, ? extends @Nullable V> values,
            boolean counted,
            Element<? super K> key,
            Element<? super V> value) {
        return Pending.result();
    }

    /** The arguments of a record's components, in order, which {@code components} adds. */
    public <T> ArgumentBuffer addRecord(@Nullable T value, Element<? super T> components) {
        return Pending.result();
    }

    /** How many arguments were added. */
    public int count() {
        return Pending.result();
    }
}
