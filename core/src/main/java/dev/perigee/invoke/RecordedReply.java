package dev.perigee.invoke;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A reply as it came from the server, in the order it came: flat, so that it needs no objects of its own. Values can be
 * nested some 30 deep; more is beyond Lettuce's protocol reader, which then closes the connection. Written by one thread,
 * the connection's; handed over once, and then read.
 *
 * <p>An array or a set is recorded as its length, followed by its elements, a map as the number of its entries, followed by
 * key and value of each.
 */
public final class RecordedReply {

    /** What a recorded value is. */
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

    public static final int NIL = 0;
    public static final int INTEGER = 1;
    public static final int DOUBLE = 2;
    public static final int BOOLEAN = 3;
    public static final int STRING = 4;
    public static final int BIG_NUMBER = 5;
    public static final int ERROR = 6;
    public static final int ARRAY = 7;
    public static final int SET = 8;
    public static final int MAP = 9;

    private static final int INITIAL_VALUES = 4;
    private static final int EXPECTED_AT_MOST = 1024;
    private static final Kind[] KINDS = Kind.values();
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;
    private static final byte[] NOTHING = {};

    private byte[] kinds;
    private long[] numbers;
    private int size;
    private byte[] bytes = NOTHING;
    private int bytesUsed;

    public RecordedReply() {
        this(INITIAL_VALUES);
    }

    public RecordedReply(long expected) {
        int capacity = (int) Math.max(INITIAL_VALUES, Math.min(expected, EXPECTED_AT_MOST));
        kinds = new byte[capacity];
        numbers = new long[capacity];
    }

    public void restore(
            long packedKinds,
            int values,
            long v0,
            long v1,
            long v2,
            byte @org.jspecify.annotations.Nullable [] strings) {
        clear();
        numbers[0] = v0;
        numbers[1] = v1;
        numbers[2] = v2;
        for (int i = 0; i < values; i++) {
            kinds[i] = (byte) ((packedKinds >> (4 * i)) & 15);
        }
        size = values;
        bytes = strings == null ? NOTHING : strings;
        bytesUsed = bytes.length;
    }

    public void add(int kind, long number) {
        add(KINDS[kind], number);
    }

    public void add(int kind, ByteBuffer value) {
        add(KINDS[kind], copy(value));
    }

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

    /** Records a bulk string, a status or a RESP3 verbatim string; copies the bytes. */
    public void string(ByteBuffer value) {
        add(Kind.STRING, copy(value));
    }

    /** Records a RESP3 big number, in decimal digits; copies the bytes. */
    public void bigNumber(ByteBuffer digits) {
        add(Kind.BIG_NUMBER, copy(digits));
    }

    /** Records an error, at the top or inside an array; copies the bytes. */
    public void error(ByteBuffer value) {
        add(Kind.ERROR, copy(value));
    }

    /** Records the beginning of an array, whose elements follow. */
    public void array(int length) {
        add(Kind.ARRAY, length);
        expect(length);
    }

    /** Records the beginning of a RESP3 set, whose elements follow. */
    public void set(int length) {
        add(Kind.SET, length);
        expect(length);
    }

    /** Records the beginning of a RESP3 map, whose keys and values follow in turn: twice as many values as entries. */
    public void map(int entries) {
        add(Kind.MAP, entries);
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

    @SuppressWarnings("EnumOrdinal") // It is kept no longer than the reply.
    private void add(Kind kind, long number) {
        if (size == kinds.length) {
            grow(size * 2);
        }
        kinds[size] = (byte) kind.ordinal();
        numbers[size] = number;
        size++;
    }

    /** Makes room at once for what is announced, unless that is more than a server should be believed. */
    public void expect(long values) {
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
        if (bytes.length - offset < length) {
            int needed = Math.addExact(offset, length);
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(bytes.length * 2L, MAX_BYTES)));
        }
        value.get(bytes, offset, length);
        bytesUsed = offset + length;
        return (long) offset << 32 | length;
    }
}
