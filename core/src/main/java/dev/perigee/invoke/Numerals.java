package dev.perigee.invoke;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers as Redis and Lua write them, from recorded bytes, and makes no String of short ones. Java's own readers
 * take more for a number, such as {@code 1d}.
 */
final class Numerals {

    /** So many digits fit into a long, whatever they are. */
    static final int SHORT = 18;

    private static final long EXACT_IN_DOUBLE = 1L << 53;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17
    };

    private Numerals() {}

    /** Whether it is a sign, if any, and digits. */
    static boolean isWhole(byte[] text, int from, int to) {
        int start = afterSign(text, from, to);
        return start < to && afterDigits(text, start, to) == to;
    }

    /**
     * A whole number.
     *
     * @throws NumberFormatException if it is none
     * @throws ArithmeticException if it is beyond the range of {@code long}
     */
    static long parseLong(byte[] text, int from, int to) {
        if (!isWhole(text, from, to)) {
            throw new NumberFormatException();
        }
        if (to - from <= SHORT) {
            return digits(text, from, to);
        }
        long negated = 0;
        for (int i = afterSign(text, from, to); i < to; i++) {
            negated = Math.subtractExact(Math.multiplyExact(negated, 10L), text[i] - '0');
        }
        return text[from] == '-' ? negated : Math.negateExact(negated);
    }

    /**
     * A whole number of any length.
     *
     * @throws NumberFormatException if it is none
     */
    static BigInteger parseBigInteger(byte[] text, int from, int to) {
        if (!isWhole(text, from, to)) {
            throw new NumberFormatException();
        }
        return to - from <= SHORT ? BigInteger.valueOf(digits(text, from, to)) : new BigInteger(string(text, from, to));
    }

    /** Whether it is a number in decimal digits, with a point or an exponent or both, as the case may be. */
    static boolean isDecimal(byte[] text, int from, int to) {
        int start = afterSign(text, from, to);
        int i = afterDigits(text, start, to);
        int digits = i - start;
        if (i < to && text[i] == '.') {
            int end = afterDigits(text, i + 1, to);
            digits += end - i - 1;
            i = end;
        }
        if (digits == 0) {
            return false;
        }
        return i == to || (isExponentSign(text[i]) && isWhole(text, i + 1, to));
    }

    /** Whether it has an exponent, as Lua writes numbers from 1e14 up. */
    static boolean hasExponent(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (isExponentSign(text[i])) {
                return true;
            }
        }
        return false;
    }

    /**
     * The double that is next to a decimal number, or one of Redis's words {@code inf}, {@code -inf}, {@code nan}.
     *
     * @throws NumberFormatException if it is neither
     */
    static double parseDouble(byte[] text, int from, int to) {
        if (!isDecimal(text, from, to)) {
            return parseWord(string(text, from, to));
        }
        if (isShort(text, from, to)) {
            long digits = digits(text, from, to);
            if (digits == 0) {
                return text[from] == '-' ? -0.0 : 0.0;
            }
            if (Math.abs(digits) <= EXACT_IN_DOUBLE) {
                return digits / POWERS_OF_TEN[scale(text, from, to)];
            }
        }
        return Double.parseDouble(string(text, from, to));
    }

    /**
     * The float that is next to a decimal number, or one of Redis's words.
     *
     * @throws NumberFormatException if it is neither
     */
    static float parseFloat(byte[] text, int from, int to) {
        double number = parseDouble(text, from, to);
        float value = (float) number;
        return value == number || Double.isNaN(number) ? value : Float.parseFloat(string(text, from, to));
    }

    private static double parseWord(String text) {
        return switch (text) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> throw new NumberFormatException();
        };
    }

    /**
     * A decimal number, exactly.
     *
     * @throws NumberFormatException if it is none
     * @throws ArithmeticException if its exponent is beyond what a BigDecimal has
     */
    static BigDecimal parseBigDecimal(byte[] text, int from, int to) {
        if (!isDecimal(text, from, to)) {
            throw new NumberFormatException();
        }
        if (isShort(text, from, to)) {
            return BigDecimal.valueOf(digits(text, from, to), scale(text, from, to));
        }
        try {
            return new BigDecimal(string(text, from, to));
        } catch (NumberFormatException e) {
            throw outOfRange(e);
        }
    }

    private static ArithmeticException outOfRange(NumberFormatException cause) {
        ArithmeticException failure = new ArithmeticException();
        failure.initCause(cause);
        return failure;
    }

    private static boolean isShort(byte[] text, int from, int to) {
        return to - from <= SHORT && !hasExponent(text, from, to);
    }

    /** The digits of a short number as if there were no point. */
    private static long digits(byte[] text, int from, int to) {
        long value = 0;
        for (int i = afterSign(text, from, to); i < to; i++) {
            if (text[i] != '.') {
                value = value * 10 + (text[i] - '0');
            }
        }
        return text[from] == '-' ? -value : value;
    }

    /** How many digits follow the point. */
    private static int scale(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '.') {
                return to - i - 1;
            }
        }
        return 0;
    }

    private static int afterSign(byte[] text, int from, int to) {
        return from < to && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    }

    private static int afterDigits(byte[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isExponentSign(byte character) {
        return character == 'e' || character == 'E';
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
