package dev.perigee.invoke;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A reply as it came from the server, in the order it came: flat, so that it needs no objects of its own. Values can be
 * nested some 30 deep; more is beyond Lettuce's protocol reader, which then closes the connection. Written by one thread,
 * the connection's; handed over once, and then read.
 *
 * <p>An array or a set is recorded as its length, followed by its elements, a map as the number of its entries, followed by
 * key and value of each.
 */
public final class RecordedReply {

    /** The code of a nil, for {@link #add(int, long)} and {@link #restore}. */
    public static final int NIL = 0;

    /** The code of an integer; its number is the value. */
    public static final int INTEGER = 1;

    /** The code of a RESP3 double; its number are the value's raw bits. */
    public static final int DOUBLE = 2;

    /** The code of a RESP3 boolean; its number is 1 or 0. */
    public static final int BOOLEAN = 3;

    /** The code of a bulk string, a status or a verbatim string; its number is a {@link #place}. */
    public static final int STRING = 4;

    /** The code of a RESP3 big number; its number is the {@link #place} of its digits. */
    public static final int BIG_NUMBER = 5;

    /** The code of an error; its number is the {@link #place} of its text. */
    public static final int ERROR = 6;

    /** The code of an array; its number is how many elements follow. */
    public static final int ARRAY = 7;

    /** The code of a RESP3 set; its number is how many elements follow. */
    public static final int SET = 8;

    /** The code of a RESP3 map; its number is how many entries follow, a key and a value each. */
    public static final int MAP = 9;

    /** How many bits hold a code where several are kept in one number. */
    public static final int CODE_BITS = 4;

    /** What a recorded value is; in the order of the codes. */
    enum Kind {
        NIL("nil"),
        INTEGER("an integer"),
        DOUBLE("a double"),
        BOOLEAN("a boolean"),
        STRING("a string"),
        BIG_NUMBER("a big number"),
        ERROR("an error"),
        ARRAY("an array"),
        SET("a set"),
        MAP("a map");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        String description() {
            return description;
        }
    }

    private static final int INITIAL_VALUES = 4;
    private static final int KEPT_VALUES = 64;
    private static final int KEPT_BYTES = 1024;
    private static final int CODE_MASK = (1 << CODE_BITS) - 1;
    private static final int EXPECTED_AT_MOST = 1024;
    private static final Kind[] KINDS = Kind.values();
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;
    private static final byte[] NOTHING = {};

    private byte[] kinds = new byte[INITIAL_VALUES];
    private long[] numbers = new long[INITIAL_VALUES];
    private int size;
    private byte[] bytes = NOTHING;
    private int bytesUsed;
    private boolean bytesAreOwn = true;

    /** Where a string lies among the recorded bytes, as the one number that stands for it. */
    public static long place(int offset, int length) {
        return (long) offset << 32 | length;
    }

    /** Forgets what was recorded, to record another reply; keeps the memory, unless it has become large. */
    public void clear() {
        size = 0;
        bytesUsed = 0;
        if (kinds.length > KEPT_VALUES) {
            kinds = new byte[INITIAL_VALUES];
            numbers = new long[INITIAL_VALUES];
        }
        if (!bytesAreOwn || bytes.length > KEPT_BYTES) {
            bytes = NOTHING;
            bytesAreOwn = true;
        }
    }

    /**
     * Becomes the recording of a small reply that was kept elsewhere.
     *
     * @param codes the codes of its values, {@link #CODE_BITS} each, the first in the lowest bits
     * @param count how many values there are, from 0 to 3
     * @param first the first value's number
     * @param second the second value's
     * @param third the third value's
     * @param strings what the places of strings are places in; not copied, and not written to. Null if there are none
     */
    public void restore(long codes, int count, long first, long second, long third, byte @Nullable [] strings) {
        numbers[0] = first;
        numbers[1] = second;
        numbers[2] = third;
        for (int i = 0; i < count; i++) {
            kinds[i] = (byte) ((codes >>> (i * CODE_BITS)) & CODE_MASK);
        }
        size = count;
        if (strings == null) {
            strings(NOTHING, 0);
        } else {
            strings(strings, strings.length);
        }
    }

    /**
     * Takes the bytes for those that the strings' places are places in, and those of later strings follow after them. They
     * are not copied, and not written to.
     *
     * @param used how many of them belong to strings
     */
    public void strings(byte[] recorded, int used) {
        bytes = recorded;
        bytesUsed = used;
        bytesAreOwn = false;
    }

    /** Records a value by its code, and the number that belongs to it. */
    public void add(int code, long number) {
        if (size == kinds.length) {
            grow(size * 2);
        }
        kinds[size] = (byte) code;
        numbers[size] = number;
        size++;
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
        add(NIL, 0);
    }

    /** Records an integer. */
    public void integer(long value) {
        add(INTEGER, value);
    }

    /** Records a RESP3 double. */
    public void number(double value) {
        add(DOUBLE, Double.doubleToRawLongBits(value));
    }

    /** Records a RESP3 boolean. */
    public void bool(boolean value) {
        add(BOOLEAN, value ? 1 : 0);
    }

    /** Records a bulk string, a status or a RESP3 verbatim string; copies the bytes. */
    public void string(ByteBuffer value) {
        add(STRING, copy(value));
    }

    /** Records a RESP3 big number, in decimal digits; copies the bytes. */
    public void bigNumber(ByteBuffer digits) {
        add(BIG_NUMBER, copy(digits));
    }

    /** Records an error, at the top or inside an array; copies the bytes. */
    public void error(ByteBuffer value) {
        add(ERROR, copy(value));
    }

    /** Records the beginning of an array, whose elements follow. */
    public void array(int length) {
        add(ARRAY, length);
        expect(length);
    }

    /** Records the beginning of a RESP3 set, whose elements follow. */
    public void set(int length) {
        add(SET, length);
        expect(length);
    }

    /** Records the beginning of a RESP3 map, whose keys and values follow in turn: twice as many values as entries. */
    public void map(int entries) {
        add(MAP, entries);
        expect(2L * entries);
    }

    int size() {
        return size;
    }

    Kind kind(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException("value " + index + " of " + size);
        }
        return KINDS[kinds[index]];
    }

    /** An integer, the bits of a double, or 1 or 0 for a boolean. */
    long number(int index) {
        return numbers[index];
    }

    /** The number of bytes, elements or entries. */
    int length(int index) {
        return (int) numbers[index];
    }

    /** What {@link #from} and {@link #to} are places in; not to be written to. */
    byte[] recorded() {
        return bytes;
    }

    /** Where the bytes of a string begin among those recorded. */
    int from(int index) {
        return (int) (numbers[index] >>> 32);
    }

    /** Where the bytes of a string end. */
    int to(int index) {
        return from(index) + length(index);
    }

    byte[] bytes(int index) {
        return Arrays.copyOfRange(bytes, from(index), to(index));
    }

    String text(int index) {
        return new String(bytes, from(index), length(index), StandardCharsets.UTF_8);
    }

    /** Whether a string says this. */
    boolean is(int index, String text) {
        int from = from(index);
        int length = length(index);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > 0x7f) {
                return text(index).equals(text);
            }
            if (i >= length || bytes[from + i] != character) {
                return false;
            }
        }
        return length == text.length();
    }

    /** The index of what follows a value with all that is in it. */
    int after(int index) {
        int next = index;
        long open = 1;
        while (open > 0) {
            open += within(next) - 1;
            next++;
        }
        return next;
    }

    private long within(int index) {
        return switch (kind(index)) {
            case ARRAY, SET -> length(index);
            case MAP -> 2L * length(index);
            case NIL, INTEGER, DOUBLE, BOOLEAN, STRING, BIG_NUMBER, ERROR -> 0;
        };
    }

    /** Makes room at once for what is announced, unless that is more than a server should be believed. */
    private void expect(long values) {
        int needed = size + (int) Math.min(values, EXPECTED_AT_MOST);
        if (needed > kinds.length) {
            grow(Math.max(needed, kinds.length * 2));
        }
    }

    private void grow(int capacity) {
        kinds = Arrays.copyOf(kinds, capacity);
        numbers = Arrays.copyOf(numbers, capacity);
    }

    private long copy(ByteBuffer value) {
        int length = value.remaining();
        int offset = bytesUsed;
        if (!bytesAreOwn || bytes.length - offset < length) {
            int needed = Math.addExact(offset, length);
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(bytes.length * 2L, MAX_BYTES)));
            bytesAreOwn = true;
        }
        value.get(bytes, offset, length);
        bytesUsed = offset + length;
        return place(offset, length);
    }
}
