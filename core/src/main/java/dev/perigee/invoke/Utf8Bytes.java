package dev.perigee.invoke;

import java.util.Arrays;
import java.util.UUID;

/** Text as it is sent: in UTF-8, in an array that grows. Nothing that is written makes an object of its own. */
class Utf8Bytes {

    private static final byte[] HEXADECIMAL = {
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };
    private static final int MOST_BYTES_OF_CHAR = 3;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    /** What was written, up to {@link #size}. */
    byte[] bytes;

    int size;

    Utf8Bytes(int capacity) {
        this.bytes = new byte[capacity];
    }

    /** Whether all characters are ASCII, and so each of them a byte. Looks at all of them: a loop that may stop takes longer. */
    static boolean isAscii(String value) {
        int all = 0;
        for (int i = 0; i < value.length(); i++) {
            all |= value.charAt(i);
        }
        return all < 0x80;
    }

    /** The characters; a lone surrogate as a question mark, as {@link String#getBytes} has it. */
    final void text(String value) {
        if (isAscii(value)) {
            ensure(value.length());
            ascii(value, 0, value.length());
        } else {
            encoded(value, 0, value.length());
        }
    }

    /** Some of the characters, which are all ASCII, and for which there is room. */
    @SuppressWarnings("deprecation") // It drops the upper half of each character, where there is nothing.
    final void ascii(String value, int from, int to) {
        value.getBytes(from, to, bytes, size);
        size += to - from;
    }

    /** How many bytes the characters take. */
    static long length(String value) {
        long length = value.length();
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character >= 0x800 && !Character.isSurrogate(character)) {
                length += 2;
            } else if (character >= 0x80 && character < 0x800) {
                length++;
            } else if (isPair(value, i, value.length())) {
                length += 2;
                i++;
            }
        }
        return length;
    }

    private static boolean isPair(String value, int first, int to) {
        return Character.isHighSurrogate(value.charAt(first))
                && first + 1 < to
                && Character.isLowSurrogate(value.charAt(first + 1));
    }

    /** Some of the characters, which neither begin nor end within a surrogate pair. */
    final void encoded(String value, int from, int to) {
        ensure(Math.multiplyExact(to - from, MOST_BYTES_OF_CHAR));
        for (int i = from; i < to; i++) {
            char character = value.charAt(i);
            if (isPair(value, i, to)) {
                i++;
                encode(Character.toCodePoint(character, value.charAt(i)));
            } else {
                encode(Character.isSurrogate(character) ? '?' : character);
            }
        }
    }

    private void encode(int codePoint) {
        if (codePoint < 0x80) {
            bytes[size++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            bytes[size++] = (byte) (0xc0 | codePoint >> 6);
            continued(codePoint);
        } else if (codePoint < 0x10000) {
            bytes[size++] = (byte) (0xe0 | codePoint >> 12);
            continued(codePoint >> 6);
            continued(codePoint);
        } else {
            bytes[size++] = (byte) (0xf0 | codePoint >> 18);
            continued(codePoint >> 12);
            continued(codePoint >> 6);
            continued(codePoint);
        }
    }

    private void continued(int bits) {
        bytes[size++] = (byte) (0x80 | (bits & 0x3f));
    }

    /** The character; half a surrogate pair as a question mark. */
    final void text(char value) {
        ensure(MOST_BYTES_OF_CHAR);
        encode(Character.isSurrogate(value) ? '?' : value);
    }

    /** Bytes as they are. */
    final void bytes(byte[] value, int length) {
        ensure(length);
        System.arraycopy(value, 0, bytes, size, length);
        size += length;
    }

    /** Decimal digits, with a minus sign if negative. */
    final void digits(long value) {
        int length = Decimals.length(value);
        ensure(length);
        digits(value, length);
    }

    /** So many characters, for which there is room. */
    final void digits(long value, int length) {
        digitsTo(value, size + length);
        if (value < 0) {
            bytes[size] = '-';
        }
        size += length;
    }

    /** Goes through the digits in the negative range, which alone holds {@link Long#MIN_VALUE}. */
    private void digitsTo(long value, int end) {
        long rest = value > 0 ? -value : value;
        int at = end;
        do {
            long next = rest / 10;
            bytes[--at] = (byte) ('0' + (next * 10 - rest));
            rest = next;
        } while (rest != 0);
    }

    /** A decimal number of so many digits after the point, which are not all zeros. */
    final void decimal(long unscaled, int scale) {
        ensure(2 * Decimals.MOST_DIGITS);
        if (unscaled < 0) {
            bytes[size++] = '-';
        }
        long power = Decimals.powerOfTen(scale);
        digits(Math.abs(unscaled / power));
        bytes[size++] = '.';
        Arrays.fill(bytes, size, size + scale, (byte) '0');
        digitsTo(Math.abs(unscaled % power), size + scale);
        size += scale;
    }

    /** The usual 36 characters, in lower case. */
    final void uuid(UUID value) {
        ensure(UuidText.LENGTH);
        long high = value.getMostSignificantBits();
        long low = value.getLeastSignificantBits();
        hexadecimal(high >>> 32, 8);
        bytes[size++] = '-';
        hexadecimal(high >>> 16, 4);
        bytes[size++] = '-';
        hexadecimal(high, 4);
        bytes[size++] = '-';
        hexadecimal(low >>> 48, 4);
        bytes[size++] = '-';
        hexadecimal(low, 12);
    }

    private void hexadecimal(long value, int digits) {
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            bytes[size++] = HEXADECIMAL[(int) (value >>> shift) & 0xf];
        }
    }

    /** Makes room for so many more bytes. */
    final void ensure(int more) {
        if (bytes.length - size < more) {
            int needed = Math.addExact(size, more);
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(bytes.length * 2L, MOST_BYTES)));
        }
    }
}
