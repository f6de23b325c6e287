package dev.perigee.invoke;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Bulk strings as they are sent: {@code $length CRLF bytes CRLF}. The bytes are written behind the room that their length is
 * likely to take, and moved if it takes another.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/#bulk-strings">Redis serialization protocol,
 *     bulk strings</a>
 */
final class RespBytes extends Utf8Bytes {

    private static final int MOST_ZEROS_ADDED = 20;

    /** A dollar sign and the line's end. */
    private static final int AROUND_LENGTH = 3;

    private static final int LINE_END = 2;
    private static final int BITS_OF_LONG = 63;

    /** The most that is written of a bulk string beside its bytes. */
    private static final int AROUND = 16;

    private static final short CRLF = '\r' | '\n' << 8;
    private static final VarHandle TWO_BYTES =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The lengths of up to two digits, as they are sent, and nothing behind. */
    private static final long[] LENGTHS = lengths();

    /** How many have been written. */
    int count;

    /** Where the last one begins. */
    private int start;

    /** How many bytes are left for its length. */
    private int room;

    RespBytes(int capacity) {
        super(capacity);
    }

    private static long[] lengths() {
        long[] lengths = new long[100];
        for (int length = 0; length < lengths.length; length++) {
            byte[] bytes = Arrays.copyOf(("$" + length + "\r\n").getBytes(StandardCharsets.US_ASCII), Long.BYTES);
            lengths[length] = (long) EIGHT_BYTES.get(bytes, 0);
        }
        return lengths;
    }

    void add(String value) {
        if (isAscii(value)) {
            open(value.length());
            ascii(value, 0, value.length());
            close();
        } else {
            begin(value.length());
            encoded(value, 0, value.length());
            end();
        }
    }

    void add(byte[] value) {
        open(value.length);
        bytes(value, value.length);
        close();
    }

    void add(char value) {
        begin(1);
        text(value);
        end();
    }

    void add(long value) {
        int length = Decimals.length(value);
        open(length);
        digits(value, length);
        close();
    }

    void add(double value) {
        int scale = Decimals.scale(value);
        if (ShortestDecimal.isWhole(value)) {
            add((long) value);
        } else if (scale == Decimals.NONE) {
            add(ShortestDecimal.of(value));
        } else {
            add(Decimals.unscaled(value, scale), scale);
        }
    }

    void add(float value) {
        int scale = Decimals.scale(value);
        if (ShortestDecimal.isWhole(value)) {
            add((long) value);
        } else if (scale == Decimals.NONE) {
            add(ShortestDecimal.of(value));
        } else {
            add(Decimals.unscaled(value, scale), scale);
        }
    }

    private void add(long unscaled, int scale) {
        begin(1);
        decimal(unscaled, scale);
        end();
    }

    void add(boolean value) {
        add(value ? 1L : 0L);
    }

    void add(UUID value) {
        open(UuidText.LENGTH);
        uuid(value);
        close();
    }

    /** Of the digits, those that {@code toPlainString} would only add are zeros: all two billion for {@code 1E+2000000000}. */
    void add(BigDecimal value) {
        long zerosAfter = -(long) value.scale();
        long zerosBefore = (long) value.scale() - value.precision();
        boolean plain = Math.max(zerosAfter, zerosBefore) <= MOST_ZEROS_ADDED;
        add(plain ? value.toPlainString() : value.toString());
    }

    void add(BigInteger value) {
        if (value.bitLength() <= BITS_OF_LONG) {
            add(value.longValue());
        } else {
            add(value.toString());
        }
    }

    /** All that was added to the other. */
    void addAll(RespBytes other) {
        bytes(other.bytes, other.size);
        count += other.count;
    }

    /** Begins a bulk string of so many bytes, which follow, and makes room for them, and for its end. */
    void open(int length) {
        ensure(Math.addExact(length, AROUND));
        if (length < LENGTHS.length) {
            EIGHT_BYTES.set(bytes, size, LENGTHS[length]);
            size += length < 10 ? AROUND_LENGTH + 1 : AROUND_LENGTH + 2;
        } else {
            header(length);
        }
    }

    /** Ends a bulk string that was {@link #open opened}. */
    void close() {
        TWO_BYTES.set(bytes, size, CRLF);
        size += LINE_END;
        count++;
    }

    /**
     * Leaves room for the length of a bulk string, whose bytes follow.
     *
     * @param likelyLength a guess; a right one spares moving the bytes
     */
    void begin(int likelyLength) {
        start = size;
        room = AROUND_LENGTH + Decimals.length(likelyLength);
        ensure(room);
        size += room;
    }

    /** Writes the length of what was written since the beginning, and the end. */
    void end() {
        int length = size - start - room;
        int needed = AROUND_LENGTH + Decimals.length(length);
        ensure(Math.max(needed - room, 0) + LINE_END);
        if (needed != room) {
            System.arraycopy(bytes, start + room, bytes, start + needed, length);
        }
        size = start;
        header(length);
        size += length;
        lineEnd();
        count++;
    }

    /** Writes the length of a bulk string whose bytes are written elsewhere. */
    void header(long length) {
        ensure(1);
        bytes[size++] = '$';
        digits(length);
        lineEnd();
    }

    /** Writes the end of a bulk string whose bytes were written elsewhere. */
    void trailer() {
        lineEnd();
        count++;
    }

    private void lineEnd() {
        ensure(LINE_END);
        bytes[size++] = '\r';
        bytes[size++] = '\n';
    }

    /** The length of the bulk string that begins here. */
    int length(int frame) {
        int length = 0;
        for (int i = frame + 1; bytes[i] != '\r'; i++) {
            length = length * 10 + (bytes[i] - '0');
        }
        return length;
    }

    /** Where the bytes of the bulk string that begins here begin. */
    int content(int frame) {
        return frame + AROUND_LENGTH + Decimals.length(length(frame));
    }

    /** Where what follows the bulk string that begins here begins. */
    int after(int frame) {
        return content(frame) + length(frame) + LINE_END;
    }

    /** Forgets what was written. */
    void clear() {
        size = 0;
        count = 0;
    }
}
