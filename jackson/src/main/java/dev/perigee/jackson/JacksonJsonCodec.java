package dev.perigee.jackson;

import dev.perigee.codec.JsonCodec;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads the JSON of {@link dev.perigee.Json @Json} values with Jackson 3, by their declared types. What Jackson
 * refuses fails with its own {@link tools.jackson.core.JacksonException JacksonException}, and JSON that says {@code null}
 * with an {@link IllegalArgumentException}. Safe for use by many threads.
 *
 * <pre>{@code
 * ScriptClientOptions.defaults().withJson(new JacksonJsonCodec())
 * }</pre>
 */
public final class JacksonJsonCodec implements JsonCodec {

    private final JsonMapper mapper;
    private final Map<Type, ObjectWriter> writers = new ConcurrentHashMap<>();
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    /** Jackson as it comes. */
    public JacksonJsonCodec() {
        this(JsonMapper.shared());
    }

    /** Jackson as the mapper is configured. */
    public JacksonJsonCodec(JsonMapper mapper) {
        this.mapper = Objects.requireNonNull(mapper, "mapper");
    }

    @Override
    public byte[] encode(Object value, Type type) {
        Objects.requireNonNull(value, "value");
        return writers.computeIfAbsent(type, this::writer).writeValueAsBytes(value);
    }

    @Override
    public Object decode(byte[] json, Type type) {
        Object value = readers.computeIfAbsent(type, this::reader).readValue(json);
        if (value == null) {
            throw new IllegalArgumentException("the JSON is null, and no " + type.getTypeName());
        }
        return value;
    }

    private ObjectWriter writer(Type type) {
        return mapper.writerFor(mapper.constructType(type));
    }

    private ObjectReader reader(Type type) {
        return mapper.readerFor(mapper.constructType(type));
    }
}
