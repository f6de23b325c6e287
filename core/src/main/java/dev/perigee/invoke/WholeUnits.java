package dev.perigee.invoke;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as whole numbers of a unit, rounded up. Those that do not fit fail with an {@link ArithmeticException}. */
final class WholeUnits {

    private static final int NANOS_OF_SECOND = 1_000_000_000;

    private WholeUnits() {}

    static long in(Duration value, ChronoUnit unit) {
        return in(value.getSeconds(), value.getNano(), unit.getDuration());
    }

    static long sinceEpoch(Instant value, ChronoUnit unit) {
        return in(value.getEpochSecond(), value.getNano(), unit.getDuration());
    }

    /** Without the objects that {@link Duration} makes on its way to the same number. */
    private static long in(long seconds, int nanos, Duration one) {
        long secondsOfOne = one.getSeconds();
        if (secondsOfOne > 0) {
            boolean rest = Math.floorMod(seconds, secondsOfOne) > 0 || nanos > 0;
            return Math.addExact(Math.floorDiv(seconds, secondsOfOne), rest ? 1 : 0);
        }
        long unitsOfSecond = NANOS_OF_SECOND / one.getNano();
        // Towards zero, so that the product is in range if the sum is.
        long whole = seconds < 0 ? seconds + 1 : seconds;
        long rest = seconds < 0 ? nanos - NANOS_OF_SECOND : nanos;
        return Math.addExact(Math.multiplyExact(whole, unitsOfSecond), -Math.floorDiv(-rest, one.getNano()));
    }

    /** What is wrong with a duration that does not fit, after its name. */
    static String tooLong(ChronoUnit unit) {
        return " is too long to be counted in " + unit;
    }

    /** What is wrong with a point in time that does not fit, after its name. */
    static String tooFar(ChronoUnit unit) {
        return " is too far from 1970 to be counted in " + unit;
    }
}
