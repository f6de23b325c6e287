package dev.perigee.processor.declaration;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Durations that limit something: Redis and the client count them in milliseconds. */
final class Limits {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Limits() {}

    /** Why a text cannot be such a duration; empty if it can. */
    static String problem(String text) {
        Duration duration;
        try {
            duration = Duration.parse(text);
        } catch (DateTimeParseException e) {
            return "it is no duration";
        }
        if (duration.isNegative() || duration.isZero()) {
            return "it is not positive";
        }
        if (duration.toNanosPart() % 1_000_000 != 0) {
            return "it is no whole number of milliseconds";
        }
        return duration.compareTo(LONGEST) > 0 ? "it is longer than a hundred years" : "";
    }
}
