package dev.perigee.invoke;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;

/** Takes the arguments of a call, in the order of {@code ARGV}. Each is sent as a bulk string. */
public interface ArgumentWriter {

    /** Sent in UTF-8. */
    void add(String value);

    /** Sent as it is. */
    void add(byte[] value);

    /** Sent as decimal digits, with a minus sign if negative. */
    void add(long value);

    /**
     * Sent as the shortest decimal number that reads back as the same value; whole numbers up to 2<sup>53</sup> without a
     * fraction, so that commands which want an integer take it.
     */
    void add(double value);

    /** As {@link #add(double)}, by the shortest decimal number that reads back as the same {@code float}. */
    void add(float value);

    /** Sent as {@code 1} or {@code 0}. In Lua both are strings, and both are true. */
    void add(boolean value);

    /** Sent as the constant's {@link Enum#name() name}. */
    void add(Enum<?> value);

    /** Sent as the constant's code. */
    <E extends Enum<E>> void add(E value, EnumConstants<E> codes);

    /** Sent in the usual 36 characters, in lower case. */
    void add(UUID value);

    /** Sent as a string of this one character; half a surrogate pair as a question mark. */
    void add(char value);

    /**
     * Sent in plain decimal digits, with the zeros at the end that it has, so that commands which want an integer take a
     * whole one. Where that would add more than 20 zeros, it is sent with an exponent, as {@code 1E+400}, which {@code
     * tonumber} and commands like {@code INCRBYFLOAT} read as well.
     */
    void add(BigDecimal value);

    /** Sent as decimal digits. */
    void add(BigInteger value);

    /** All that was added to the buffer, in order. */
    void add(ArgumentBuffer values);
}
