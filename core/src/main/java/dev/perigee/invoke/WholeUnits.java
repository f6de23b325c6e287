package dev.perigee.invoke;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as whole numbers of a unit, rounded up. Those that do not fit fail with an {@link ArithmeticException}. */
final class WholeUnits {

    private WholeUnits() {}

    static long in(Duration value, ChronoUnit unit) {
        Duration one = unit.getDuration();
        long whole = value.dividedBy(one);
        Duration rest = value.minus(one.multipliedBy(whole));
        return rest.isNegative() || rest.isZero() ? whole : Math.addExact(whole, 1);
    }

    static long sinceEpoch(Instant value, ChronoUnit unit) {
        return in(Duration.ofSeconds(value.getEpochSecond(), value.getNano()), unit);
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
