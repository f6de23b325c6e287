package dev.perigee.invoke;

/** Decimal numbers as they are written: how many digits they have, and floating-point values that need but a few. */
final class Decimals {

    /** A sign and 19 digits, as {@code long} has at most. */
    static final int MOST_DIGITS = 20;

    /** What {@link #scale} gives for numbers that have more digits, or are written with an exponent. */
    static final int NONE = -1;

    private static final long ALWAYS_UNIQUE_IN_DOUBLE = 1_000_000_000_000_000L;
    private static final long ALWAYS_UNIQUE_IN_FLOAT = 1_000_000;
    private static final double SMALLEST = 1e-3;
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14
    };
    private static final int EXACT_POWERS_IN_FLOAT = 10;

    private Decimals() {}

    /** How many characters a number has. */
    static int length(long value) {
        int sign = value < 0 ? 1 : 0;
        long rest = value > 0 ? -value : value;
        long power = -10;
        for (int digits = 1; digits < MOST_DIGITS - 1; digits++) {
            if (rest > power) {
                return digits + sign;
            }
            power *= 10;
        }
        return MOST_DIGITS - 1 + sign;
    }

    /** Ten to the power of up to 14. */
    static long powerOfTen(int exponent) {
        return (long) POWERS[exponent];
    }

    /**
     * How many digits after the point say a value, of no more digits in all than every double has apart from others. So the
     * only number of so few digits that reads back as the value is the shortest. A division of two whole numbers that a
     * double holds exactly gives the value that a reader would take.
     */
    static int scale(double value) {
        if (Math.abs(value) >= SMALLEST) {
            for (int scale = 1; scale < POWERS.length; scale++) {
                long unscaled = unscaled(value, scale);
                if (Math.abs(unscaled) >= ALWAYS_UNIQUE_IN_DOUBLE) {
                    return NONE;
                }
                if (unscaled / POWERS[scale] == value) {
                    return scale;
                }
            }
        }
        return NONE;
    }

    /** As {@link #scale(double)}, of a float. */
    static int scale(float value) {
        if (Math.abs(value) >= SMALLEST) {
            for (int scale = 1; scale <= EXACT_POWERS_IN_FLOAT; scale++) {
                long unscaled = unscaled(value, scale);
                if (Math.abs(unscaled) >= ALWAYS_UNIQUE_IN_FLOAT) {
                    return NONE;
                }
                if ((float) unscaled / (float) POWERS[scale] == value) {
                    return scale;
                }
            }
        }
        return NONE;
    }

    /** The value's digits as if there were no point. */
    static long unscaled(double value, int scale) {
        return Math.round(value * POWERS[scale]);
    }
}
