package dev.perigee.invoke;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Reads times that come as a number of a unit, rounded to the nearest nanosecond. The cursor stays where it is. */
final class TimeReplies {

    private static final BigInteger NANOS_OF_SECOND = BigInteger.valueOf(1_000_000_000);

    /** Times ten to this power, any unit is beyond what a Duration holds; divided by it, nothing. */
    private static final int BEYOND_ANY = 40;

    private TimeReplies() {}

    /** A number of the unit. */
    static Duration duration(ReplyCursor cursor, ChronoUnit unit) {
        return duration(cursor, "a duration in ", unit, "");
    }

    /** A number of the unit since the epoch. */
    static Instant instant(ReplyCursor cursor, ChronoUnit unit) {
        Duration sinceEpoch = duration(cursor, "a time in ", unit, " since the epoch");
        try {
            return Instant.ofEpochSecond(sinceEpoch.getSeconds(), sinceEpoch.getNano());
        } catch (DateTimeException e) {
            throw cursor.mismatch("a time in " + name(unit) + " since the epoch", "one beyond what an Instant holds");
        }
    }

    private static Duration duration(ReplyCursor cursor, String what, ChronoUnit unit, String since) {
        try {
            return isLong(cursor)
                    ? times(NumberReplies.whole(cursor, Long.MIN_VALUE, Long.MAX_VALUE), unit)
                    : times(NumberReplies.decimal(cursor, what + name(unit) + since), unit);
        } catch (ArithmeticException e) {
            throw cursor.mismatch(what + name(unit) + since, "one beyond what a Duration holds");
        }
    }

    /** Whether it is surely a whole number within the range of {@code long}. */
    private static boolean isLong(ReplyCursor cursor) {
        RecordedReply reply = cursor.reply;
        int at = cursor.at;
        return switch (cursor.kind()) {
            case INTEGER, BOOLEAN -> true;
            case STRING ->
                reply.length(at) <= Numerals.SHORT && Numerals.isWhole(reply.recorded(), reply.from(at), reply.to(at));
            case NIL, DOUBLE, BIG_NUMBER, ERROR, ARRAY, SET, MAP -> false;
        };
    }

    private static Duration times(long count, ChronoUnit unit) {
        return switch (unit) {
            case NANOS -> Duration.ofNanos(count);
            case MICROS ->
                Duration.ofSeconds(Math.floorDiv(count, 1_000_000L), Math.floorMod(count, 1_000_000L) * 1_000);
            case MILLIS -> Duration.ofMillis(count);
            case SECONDS -> Duration.ofSeconds(count);
            case MINUTES -> Duration.ofMinutes(count);
            case HOURS -> Duration.ofHours(count);
            case DAYS -> Duration.ofDays(count);
            default -> unit.getDuration().multipliedBy(count);
        };
    }

    private static Duration times(BigDecimal count, ChronoUnit unit) {
        long magnitude = (long) count.precision() - count.scale();
        if (count.signum() == 0 || magnitude < -BEYOND_ANY) {
            return Duration.ZERO;
        } else if (magnitude > BEYOND_ANY) {
            throw new ArithmeticException();
        }
        Duration one = unit.getDuration();
        BigInteger nanosOfOne =
                BigInteger.valueOf(one.getSeconds()).multiply(NANOS_OF_SECOND).add(BigInteger.valueOf(one.getNano()));
        BigInteger nanos = count.multiply(new BigDecimal(nanosOfOne))
                .setScale(0, RoundingMode.HALF_UP)
                .unscaledValue();
        BigInteger[] seconds = nanos.divideAndRemainder(NANOS_OF_SECOND);
        return Duration.ofSeconds(seconds[0].longValueExact(), seconds[1].longValueExact());
    }

    private static String name(ChronoUnit unit) {
        return unit.toString().toLowerCase(Locale.ROOT);
    }
}
