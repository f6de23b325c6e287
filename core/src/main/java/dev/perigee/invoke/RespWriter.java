package dev.perigee.invoke;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Writes keys and arguments as bulk strings straight into a buffer: {@code $length CRLF bytes CRLF}. For the transport; for
 * one thread.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings">Redis serialization protocol,
 *     bulk strings</a>
 */
public final class RespWriter implements KeyWriter, ArgumentWriter {

    private static final int CRLF = '\r' << 8 | '\n';
    private static final int MOST_ZEROS_ADDED = 20;

    private final ByteBuf out;
    private int written;

    /** Writes into the connection's buffer, or one whose content goes there. */
    public RespWriter(ByteBuf out) {
        this.out = out;
    }

    public static RespWriter into(ByteBuf out) {
        return new RespWriter(out);
    }

    /** How many bulk strings have been written. */
    public int written() {
        return written;
    }

    /**
     * A lone surrogate is sent as a question mark, as {@link String#getBytes} has it and slots are computed. Netty would
     * write what follows it wrongly.
     */
    @Override
    public void add(String value) {
        if (hasSurrogates(value)) {
            add(value.getBytes(StandardCharsets.UTF_8));
            return;
        }
        int length = ByteBufUtil.utf8Bytes(value);
        begin(length);
        ByteBufUtil.reserveAndWriteUtf8(out, value, length);
        out.writeShort(CRLF);
    }

    @Override
    public void add(byte[] value) {
        begin(value.length);
        out.writeBytes(value);
        out.writeShort(CRLF);
    }

    @Override
    public void add(long value) {
        begin(length(value));
        writeDecimal(value);
        out.writeShort(CRLF);
    }

    @Override
    public void add(double value) {
        add(ShortestDecimal.of(value));
    }

    @Override
    public void add(float value) {
        add(ShortestDecimal.of(value));
    }

    @Override
    public void add(boolean value) {
        add(value ? 1L : 0L);
    }

    @Override
    public void add(Enum<?> value) {
        add(value.name());
    }

    @Override
    public void add(UUID value) {
        add(value.toString());
    }

    @Override
    public void add(BigDecimal value) {
        add(text(value));
    }

    @Override
    public void add(BigInteger value) {
        add(value.toString());
    }

    @Override
    public void add(char value) {
        add(String.valueOf(value));
    }

    @Override
    public void add(ArgumentBuffer values) {
        values.writeTo(out);
        written += values.count();
    }

    /** Of the digits, those that {@code toPlainString} would only add are zeros: all two billion for {@code 1E+2000000000}. */
    private static String text(BigDecimal value) {
        long zerosAfter = -(long) value.scale();
        long zerosBefore = (long) value.scale() - value.precision();
        return Math.max(zerosAfter, zerosBefore) <= MOST_ZEROS_ADDED ? value.toPlainString() : value.toString();
    }

    private static boolean hasSurrogates(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private void begin(int length) {
        written++;
        out.writeByte('$');
        writeDecimal(length);
        out.writeShort(CRLF);
    }

    /** Goes through the digits in the negative range, which alone holds {@link Long#MIN_VALUE}. */
    private void writeDecimal(long value) {
        if (value >= 0 && value < 10) {
            out.writeByte('0' + (int) value);
            return;
        }
        int length = length(value);
        out.ensureWritable(length);
        int start = out.writerIndex();
        int at = start + length;
        long rest = value > 0 ? -value : value;
        do {
            at--;
            out.setByte(at, '0' - (int) (rest % 10));
            rest /= 10;
        } while (rest != 0);
        if (value < 0) {
            out.setByte(start, '-');
        }
        out.writerIndex(start + length);
    }

    private static int length(long value) {
        int length = value < 0 ? 2 : 1;
        long rest = value > 0 ? -value : value;
        while (rest <= -10) {
            rest /= 10;
            length++;
        }
        return length;
    }
}
