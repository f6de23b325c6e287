package dev.perigee.codec;

import java.lang.reflect.Type;

/**
 * Writes and reads the JSON of {@link dev.perigee.Json @Json} values. Safe for use by many threads. {@code
 * perigee-jackson} has one for Jackson 3.
 */
public interface JsonCodec {

    /**
     * The value as JSON text in UTF-8.
     *
     * @param value the value; not null
     * @param type its declared type, with type arguments
     */
    byte[] encode(Object value, Type type);

    /**
     * The value that a JSON text says.
     *
     * @param json the text in UTF-8
     * @param type the declared type, with type arguments
     * @return a value of that type; never null, {@code null} in JSON being refused with an exception
     */
    Object decode(byte[] json, Type type);
}
