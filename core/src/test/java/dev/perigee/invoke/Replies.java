package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.JsonCodec;
import dev.perigee.codec.ReplyDecoder;
import dev.perigee.error.ScriptReplyException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Replies to {@code Sale.buy}, said in Java values. */
final class Replies {

    static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 0, 0, "return 1");

    private Replies() {}

    /** A reader of a reply: of an integer, string, double, boolean, big number, list, set, map, error or nil. */
    static ReplyReader reply(@Nullable Object value) {
        return reply(value, NoCodecs.INSTANCE);
    }

    static ReplyReader reply(@Nullable Object value, Codecs codecs) {
        RecordedReply reply = new RecordedReply();
        record(reply, value);
        return new ReplyReader(codecs).reset(SCRIPT, reply);
    }

    /** A reader of an array. */
    static ReplyReader array(@Nullable Object... elements) {
        return reply(elements);
    }

    /** A RESP3 map. */
    static Map<Object, Object> map(Object... keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** A RESP3 set. */
    static Set<Object> set(Object... elements) {
        return new LinkedHashSet<>(List.of(elements));
    }

    static void record(RecordedReply reply, @Nullable Object value) {
        if (value == null) {
            reply.nil();
        } else if (value instanceof Integer || value instanceof Long) {
            reply.integer(((Number) value).longValue());
        } else if (value instanceof Double number) {
            reply.number(number);
        } else if (value instanceof Boolean truth) {
            reply.bool(truth);
        } else if (value instanceof BigInteger number) {
            reply.bigNumber(bytes(number.toString()));
        } else if (value instanceof byte[] bytes) {
            reply.string(ByteBuffer.wrap(bytes));
        } else if (value instanceof String text) {
            reply.string(bytes(text));
        } else if (value instanceof Exception error) {
            reply.error(bytes(String.valueOf(error.getMessage())));
        } else {
            recordMany(reply, value);
        }
    }

    private static void recordMany(RecordedReply reply, Object value) {
        if (value instanceof @Nullable Object[] elements) {
            reply.array(elements.length);
            for (Object element : elements) {
                record(reply, element);
            }
        } else if (value instanceof List<?> elements) {
            reply.array(elements.size());
            elements.forEach(element -> record(reply, element));
        } else if (value instanceof Set<?> elements) {
            reply.set(elements.size());
            elements.forEach(element -> record(reply, element));
        } else if (value instanceof Map<?, ?> entries) {
            reply.map(entries.size());
            entries.forEach((key, element) -> {
                record(reply, key);
                record(reply, element);
            });
        } else {
            throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Codecs of which only one kind is there. */
    static Codecs codecs(@Nullable ReplyDecoder<?> decoder, @Nullable JsonCodec json) {
        return new OneOfEach(decoder, json);
    }

    /** That reading fails. */
    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable read) {
        return assertThatThrownBy(read).isInstanceOf(ScriptReplyException.class);
    }

    /** That reading fails with this message about {@code Sale.buy}. */
    static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String problem, ThrowingCallable read) {
        return assertRefused(read).hasMessage("Sale.buy: " + problem + " (sale/buy.lua)");
    }

    private record OneOfEach(
            @Nullable ReplyDecoder<?> decoder, @Nullable JsonCodec json) implements Codecs {

        @Override
        public <T> dev.perigee.codec.@Nullable ArgEncoder<T> encoder(Class<T> type) {
            return null;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable ReplyDecoder<T> decoder(Class<T> type) {
            return (ReplyDecoder<T>) decoder;
        }
    }
}
