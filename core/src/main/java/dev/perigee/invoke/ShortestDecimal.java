package dev.perigee.invoke;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The shortest decimal number that reads back as the same floating-point value. {@link Double#toString} gives that from
 * Java 19 only; before, one digit too many at times.
 */
final class ShortestDecimal {

    private static final double LARGEST_EXACT_WHOLE = 1L << 53;
    private static final int DOUBLE_DIGITS_ALWAYS_UNIQUE = 15;
    private static final int DOUBLE_DIGITS_ALWAYS_ENOUGH = 17;
    private static final int FLOAT_DIGITS_ALWAYS_UNIQUE = 6;
    private static final int FLOAT_DIGITS_ALWAYS_ENOUGH = 9;
    private static final int LARGEST_PLAIN_EXPONENT = 20;
    private static final int SMALLEST_PLAIN_EXPONENT = -5;

    private ShortestDecimal() {}

    static String of(double value) {
        if (isWhole(value)) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        BigDecimal printed = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (printed.precision() <= DOUBLE_DIGITS_ALWAYS_UNIQUE && Math.abs(value) >= Double.MIN_NORMAL) {
            return text(printed);
        }
        int fewest = Math.abs(value) >= Double.MIN_NORMAL ? DOUBLE_DIGITS_ALWAYS_UNIQUE : 1;
        return text(shortest(
                new BigDecimal(value),
                fewest,
                DOUBLE_DIGITS_ALWAYS_ENOUGH,
                candidate -> candidate.doubleValue() == value));
    }

    static String of(float value) {
        if (isWhole(value)) {
            return Long.toString((long) value);
        }
        if (!Float.isFinite(value) || value == 0) {
            return special(value);
        }
        BigDecimal printed = new BigDecimal(Float.toString(value)).stripTrailingZeros();
        if (printed.precision() <= FLOAT_DIGITS_ALWAYS_UNIQUE && Math.abs(value) >= Float.MIN_NORMAL) {
            return text(printed);
        }
        int fewest = Math.abs(value) >= Float.MIN_NORMAL ? FLOAT_DIGITS_ALWAYS_UNIQUE : 1;
        return text(shortest(
                new BigDecimal(value),
                fewest,
                FLOAT_DIGITS_ALWAYS_ENOUGH,
                candidate -> candidate.floatValue() == value));
    }

    /** Whether it is sent as an integer. */
    static boolean isWhole(double value) {
        return Math.abs(value) <= LARGEST_EXACT_WHOLE && value == Math.rint(value) && !(value == 0 && 1 / value < 0);
    }

    /** The words that C's {@code strtod}, and so Redis, reads back. */
    private static String special(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (value == 0) {
            return "-0";
        }
        return value > 0 ? "inf" : "-inf";
    }

    /**
     * Next to a power of two the numbers below lie closer than those above, so the nearest decimal may miss while its
     * neighbour on the other side does not.
     */
    private static BigDecimal shortest(BigDecimal exact, int fewest, int enough, Predicate<BigDecimal> readsBack) {
        for (int digits = fewest; digits < enough; digits++) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN}) {
                BigDecimal candidate = exact.round(new MathContext(digits, mode));
                if (readsBack.test(candidate)) {
                    return candidate.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(enough)).stripTrailingZeros();
    }

    private static String text(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
            return value.toPlainString();
        }
        String digits = value.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
    }
}
