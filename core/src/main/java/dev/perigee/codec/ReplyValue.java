package dev.perigee.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value in a reply, as a {@link ReplyDecoder} sees it; only there, and only once. Every method fails with a {@link
 * dev.perigee.error.ScriptReplyException ScriptReplyException} that names the method and the place in the reply if the value
 * does not fit; the value can then still be read as something else.
 *
 * <p>The functions for elements, keys and values have to read what they are given, all of it; a nil they may leave.
 */
public interface ReplyValue {

    /** Whether it is nil, which Lua's {@code nil} and {@code false} become. */
    boolean isNil();

    /** An integer, or a string that is one. */
    long asLong();

    /** A number, or a string that is one. */
    double asDouble();

    /** {@code 1}, {@code OK} or true; {@code 0}, nil or false. */
    boolean asBoolean();

    /** A string or status, read as UTF-8. */
    String asString();

    /** The bytes of a string or status. */
    byte[] asBytes();

    /** Empty for nil. */
    <T> Optional<T> asOptional(Function<? super ReplyValue, ? extends T> value);

    /** An array or set; the list cannot be changed. */
    <T> List<T> asList(Function<? super ReplyValue, ? extends T> element);

    /** A map, or a flat array of keys and values, in its order; the map cannot be changed. */
    <K, V> Map<K, V> asMap(
            Function<? super ReplyValue, ? extends K> key, Function<? super ReplyValue, ? extends V> value);
}
