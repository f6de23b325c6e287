package dev.perigee.invoke;

import io.netty.buffer.ByteBuf;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes keys and arguments as bulk strings. They are put together in an array, which is much faster to write to than the
 * connection's buffer, and which the buffer is given as a whole. For the transport; for one thread, and one call after the
 * other.
 */
public final class RespWriter implements KeyWriter, KeyParts, ArgumentWriter {

    private static final int FIRST_BYTES = 256;
    private static final int MOST_BYTES_KEPT = 8192;
    private static final int LARGE = 2048;
    private static final int LIKELY_LENGTH_OF_VALUE = 8;
    private static final KeyTemplate NO_KEY = KeyTemplate.of("");

    private RespBytes bytes = new RespBytes(FIRST_BYTES);

    /** What is written goes there; kept here before the first call. */
    private @Nullable ByteBuf out;

    private KeyTemplate template = NO_KEY;
    private int values;

    /** Begins a call, which is written into the connection's buffer, or one whose content goes there. */
    public RespWriter reset(ByteBuf buffer) {
        bytes.clear();
        template = NO_KEY;
        out = buffer;
        return this;
    }

    /** How many bulk strings have been written. */
    public int written() {
        return bytes.count;
    }

    /** Ends the call: all of it is in the buffer then, and nothing of it is kept here. */
    public void finish() {
        passOn();
        out = null;
        if (bytes.bytes.length > MOST_BYTES_KEPT) {
            bytes = new RespBytes(FIRST_BYTES);
        }
    }

    /** What has been written, and not been passed on. */
    RespBytes bytes() {
        return bytes;
    }

    private void passOn() {
        ByteBuf buffer = out;
        if (buffer != null) {
            buffer.writeBytes(bytes.bytes, 0, bytes.size);
            bytes.size = 0;
        }
    }

    /** What to write the next bulk string to. */
    private RespBytes next() {
        if (bytes.size > LARGE) {
            passOn();
        }
        return bytes;
    }

    @Override
    public void add(String value) {
        if (value.length() > LARGE && out != null) {
            addLarge(value);
        } else {
            next().add(value);
        }
    }

    /** Piece by piece, so that the array stays small. */
    private void addLarge(String value) {
        boolean ascii = Utf8Bytes.isAscii(value);
        bytes.header(ascii ? value.length() : Utf8Bytes.length(value));
        for (int from = 0; from < value.length(); ) {
            int to = Math.min(from + LARGE, value.length());
            to -= to < value.length() && Character.isHighSurrogate(value.charAt(to - 1)) ? 1 : 0;
            if (ascii) {
                bytes.ensure(to - from);
                bytes.ascii(value, from, to);
            } else {
                bytes.encoded(value, from, to);
            }
            passOn();
            from = to;
        }
        bytes.trailer();
    }

    @Override
    public void add(byte[] value) {
        ByteBuf buffer = out;
        if (value.length > LARGE && buffer != null) {
            bytes.header(value.length);
            passOn();
            buffer.writeBytes(value);
            bytes.trailer();
        } else {
            next().add(value);
        }
    }

    @Override
    public void add(KeyTemplate key, String value) {
        if (!Utf8Bytes.isAscii(value)) {
            begin(key).part(value);
            return;
        }
        RespBytes to = next();
        to.open(key.size() + value.length());
        literal(to, key, 0);
        to.ascii(value, 0, value.length());
        literal(to, key, 1);
        to.close();
    }

    @Override
    public void add(KeyTemplate key, String first, String second) {
        if (!Utf8Bytes.isAscii(first) || !Utf8Bytes.isAscii(second)) {
            begin(key).part(first).part(second);
            return;
        }
        RespBytes to = next();
        to.open(key.size() + first.length() + second.length());
        literal(to, key, 0);
        to.ascii(first, 0, first.length());
        literal(to, key, 1);
        to.ascii(second, 0, second.length());
        literal(to, key, 2);
        to.close();
    }

    private static void literal(RespBytes to, KeyTemplate key, int index) {
        byte[] literal = key.literal(index);
        to.bytes(literal, literal.length);
    }

    @Override
    public KeyParts begin(KeyTemplate key) {
        RespBytes to = next();
        to.begin(key.size() + LIKELY_LENGTH_OF_VALUE * key.values());
        literal(to, key, 0);
        template = key;
        values = 0;
        return this;
    }

    @Override
    public KeyParts part(String value) {
        bytes.text(value);
        return endPart();
    }

    @Override
    public KeyParts part(long value) {
        bytes.digits(value);
        return endPart();
    }

    @Override
    public KeyParts part(boolean value) {
        return part(value ? "true" : "false");
    }

    @Override
    public KeyParts part(UUID value) {
        bytes.uuid(value);
        return endPart();
    }

    @Override
    public KeyParts part(Enum<?> value) {
        return part(value.name());
    }

    private KeyParts endPart() {
        values++;
        literal(bytes, template, values);
        if (values == template.values()) {
            bytes.end();
        }
        return this;
    }

    @Override
    public void add(long value) {
        next().add(value);
    }

    @Override
    public void add(double value) {
        next().add(value);
    }

    @Override
    public void add(float value) {
        next().add(value);
    }

    @Override
    public void add(boolean value) {
        next().add(value);
    }

    @Override
    public void add(Enum<?> value) {
        next().add(value.name());
    }

    @Override
    public <E extends Enum<E>> void add(E value, EnumConstants<E> codes) {
        next().add(codes.code(value));
    }

    @Override
    public void add(UUID value) {
        next().add(value);
    }

    @Override
    public void add(BigDecimal value) {
        next().add(value);
    }

    @Override
    public void add(BigInteger value) {
        next().add(value);
    }

    @Override
    public void add(char value) {
        next().add(value);
    }

    @Override
    public void add(ArgumentBuffer arguments) {
        RespBytes added = arguments.bytes();
        ByteBuf buffer = out;
        if (added.size > LARGE && buffer != null) {
            passOn();
            buffer.writeBytes(added.bytes, 0, added.size);
            bytes.count += added.count;
        } else {
            next().addAll(added);
        }
    }
}
