package dev.perigee.invoke;

import dev.perigee.codec.ReplyDecoder;
import dev.perigee.codec.ReplyValue;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.RecordedReply.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The value that a decoder is to read, and no other: one view of a reader for all that its decoders see, one after the
 * other.
 */
final class DecodedValue implements ReplyValue {

    private static final int NONE = -1;

    private final ReplyReader reader;
    private Class<?> described = Object.class;
    private boolean registered;
    private int readable = NONE;

    DecodedValue(ReplyReader reader) {
        this.reader = reader;
    }

    /** What the decoder makes of the value, all of which it has to read; a nil it may leave. */
    <T> T decode(ReplyDecoder<? extends T> with) {
        return decode(with.getClass(), false, with);
    }

    /** As the other, of the decoder that is registered for a type. */
    <T> T decode(Class<T> type, ReplyDecoder<? extends T> with) {
        return decode(type, true, with);
    }

    private <T> T decode(Class<?> what, boolean isRegistered, ReplyDecoder<? extends T> with) {
        described = what;
        registered = isRegistered;
        T value = one(with::decode);
        if (value == null) {
            throw reader.failure(decoder() + " returned null" + reader.atPlace(), null);
        }
        return value;
    }

    /** The decoder, for messages. */
    private String decoder() {
        if (registered) {
            return "the decoder of " + described.getSimpleName();
        }
        return described.isSynthetic() ? "the decoder" : described.getSimpleName();
    }

    /** Every value passes here: the decoder's own, and those that its functions for elements, keys and values are given. */
    private <T> T one(Function<? super ReplyValue, ? extends T> read) {
        int start = reader.at;
        int depth = reader.depth();
        boolean nil = reader.kind() == Kind.NIL;
        readable = start;
        T value = applied(read);
        if (reader.depth() != depth) {
            reader.leaveTo(depth);
            throw reader.failure(decoder() + " did not read all of the value" + reader.atPlace(), null);
        } else if (reader.at == start && !nil) {
            throw reader.failure(decoder() + " did not read the value" + reader.atPlace(), null);
        } else if (reader.at == start) {
            reader.passNil();
        }
        return value;
    }

    /** Only what the reader itself found wrong says where and what already. */
    private <T> T applied(Function<? super ReplyValue, ? extends T> read) {
        try {
            return read.apply(this);
        } catch (ScriptReplyException | ScriptErrorException e) {
            throw e;
        } catch (Exception e) {
            String problem = decoder() + " threw " + e.getClass().getSimpleName() + reader.atPlace();
            throw reader.failure(problem, e);
        } finally {
            readable = NONE; // Also of what failed: the reader may go on to another reply.
        }
    }

    private ReplyReader reader() {
        if (reader.at != readable) {
            throw new IllegalStateException("a value of a reply can be read once, while its decoder reads it");
        }
        return reader;
    }

    @Override
    public boolean isNil() {
        return reader().kind() == Kind.NIL;
    }

    @Override
    public long asLong() {
        return reader().asLong();
    }

    @Override
    public double asDouble() {
        return reader().asDouble();
    }

    @Override
    public boolean asBoolean() {
        return reader().asBoolean();
    }

    @Override
    public String asString() {
        return reader().asString();
    }

    @Override
    public byte[] asBytes() {
        return reader().asBytes();
    }

    @Override
    public <T> Optional<T> asOptional(Function<? super ReplyValue, ? extends T> value) {
        return reader().passNil() ? Optional.empty() : Optional.of(value.apply(this));
    }

    @Override
    public <T> List<T> asList(Function<? super ReplyValue, ? extends T> element) {
        return reader().asList(reply -> one(element));
    }

    @Override
    public <K, V> Map<K, V> asMap(
            Function<? super ReplyValue, ? extends K> key, Function<? super ReplyValue, ? extends V> value) {
        return reader().asMap(reply -> one(key), reply -> one(value));
    }
}
