package dev.perigee.invoke;

import java.math.BigDecimal;
import java.math.BigInteger;
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
    private static final long NINE_DIGITS = 999_999_999;

    /** How many have been written. */
    int count;

    /** Where the last one begins. */
    private int start;

    /** How many bytes are left for its length. */
    private int room;

    RespBytes(int capacity) {
        super(capacity);
    }

    void add(String value) {
        begin(value.length());
        text(value);
        end();
    }

    void add(byte[] value) {
        begin(value.length);
        bytes(value, value.length);
        end();
    }

    void add(char value) {
        begin(1);
        text(value);
        end();
    }

    void add(long value) {
        begin(value > NINE_DIGITS ? Decimals.MOST_DIGITS : 1);
        digits(value);
        end();
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
        begin(UuidText.LENGTH);
        uuid(value);
        end();
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
