package dev.perigee.invoke;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it came from the server, in the order it came: flat, so that it needs no objects of its own. Arrays can be
 * nested some 30 deep; more is beyond Lettuce's protocol reader, which then closes the connection. Written by one thread, the connection's; handed over once, and then read.
 *
 * <p>An array is recorded as its length, followed by its elements. RESP3 maps are recorded as arrays of keys and values, as
 * RESP2 sends them.
 */
public final class RecordedReply {

    /** What a recorded value is. */
    enum Kind {
        NIL("nil"),
        INTEGER("an integer"),
        DOUBLE("a double"),
        BOOLEAN("a boolean"),
        STRING("a string"),
        ERROR("an error"),
        ARRAY("an array");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    private static final int INITIAL_VALUES = 4;

    private @Nullable Kind[] kinds = new @Nullable Kind[INITIAL_VALUES];
    private long[] numbers = new long[INITIAL_VALUES];
    private int size;
    private byte @Nullable [] bytes;
    private int bytesUsed;

    /** Forgets what was recorded, to record another reply. */
    public void clear() {
        size = 0;
        bytesUsed = 0;
    }

    /** Whether nothing was recorded. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether the whole reply is an error: not one inside an array. */
    public boolean isError() {
        return size == 1 && kind(0) == Kind.ERROR;
    }

    /** The text of the error that {@link #isError()} is about. */
    public String errorText() {
        return text(0);
    }

    /** Records a nil. */
    public void nil() {
        add(Kind.NIL, 0);
    }

    /** Records an integer. */
    public void integer(long value) {
        add(Kind.INTEGER, value);
    }

    /** Records a RESP3 double. */
    public void number(double value) {
        add(Kind.DOUBLE, Double.doubleToRawLongBits(value));
    }

    /** Records a RESP3 boolean. */
    public void bool(boolean value) {
        add(Kind.BOOLEAN, value ? 1 : 0);
    }

    /** Records a bulk string, a status or a RESP3 big number; copies the bytes. */
    public void string(ByteBuffer value) {
        add(Kind.STRING, copy(value));
    }

    /** Records an error, at the top or inside an array; copies the bytes. */
    public void error(ByteBuffer value) {
        add(Kind.ERROR, copy(value));
    }

    /** Records the beginning of an array, whose elements follow. */
    public void array(int length) {
        add(Kind.ARRAY, length);
    }

    int size() {
        return size;
    }

    Kind kind(int index) {
        Kind kind = index < size ? kinds[index] : null;
        if (kind == null) {
            throw new IndexOutOfBoundsException("value " + index + " of " + size);
        }
        return kind;
    }

    long number(int index) {
        return numbers[index];
    }

    int length(int index) {
        return (int) numbers[index];
    }

    byte[] bytes(int index) {
        int offset = offset(index);
        return Arrays.copyOfRange(recordedBytes(), offset, offset + length(index));
    }

    String text(int index) {
        return new String(recordedBytes(), offset(index), length(index), StandardCharsets.UTF_8);
    }

    private int offset(int index) {
        return (int) (numbers[index] >>> 32);
    }

    private byte[] recordedBytes() {
        return bytes == null ? new byte[0] : bytes;
    }

    private void add(Kind kind, long number) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        kinds[size] = kind;
        numbers[size] = number;
        size++;
    }

    private long copy(ByteBuffer value) {
        int length = value.remaining();
        int offset = bytesUsed;
        byte[] target = bytes;
        if (target == null) {
            target = new byte[length];
        } else if (target.length - offset < length) {
            target = Arrays.copyOf(target, Math.max(target.length * 2, Math.addExact(offset, length)));
        }
        bytes = target;
        value.get(target, offset, length);
        bytesUsed = offset + length;
        return (long) offset << 32 | length;
    }
}
