package dev.perigee.invoke;

import static dev.perigee.invoke.Replies.assertRefused;
import static dev.perigee.invoke.Replies.reply;
import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MICROS;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.NANOS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static java.time.temporal.ChronoUnit.WEEKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRepliesTest {

    @Test
    void readsWholeNumbersOfAnyUnit() {
        assertThat(reply(1500).asDuration(MILLIS)).isEqualTo(Duration.ofMillis(1500));
        assertThat(reply("90").asDuration(SECONDS)).isEqualTo(Duration.ofSeconds(90));
        assertThat(reply(-2).asDuration(SECONDS)).isEqualTo(Duration.ofSeconds(-2));
        assertThat(reply(7).asDuration(NANOS)).isEqualTo(Duration.ofNanos(7));
        assertThat(reply(7).asDuration(HOURS)).isEqualTo(Duration.ofHours(7));
        assertThat(reply(2).asDuration(DAYS)).isEqualTo(Duration.ofDays(2));
        assertThat(reply(2).asDuration(WEEKS)).isEqualTo(Duration.ofDays(14));
        assertThat(reply(BigInteger.TEN).asDuration(SECONDS)).isEqualTo(Duration.ofSeconds(10));
        assertThat(reply("9223372036854775807").asDuration(SECONDS)).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
    }

    @Test
    void readsFractionsToTheNearestNanosecond() {
        assertThat(reply("1.5").asDuration(SECONDS)).isEqualTo(Duration.ofMillis(1500));
        assertThat(reply(0.001).asDuration(SECONDS)).isEqualTo(Duration.ofMillis(1));
        assertThat(reply("0.0000000015").asDuration(SECONDS)).isEqualTo(Duration.ofNanos(2));
        assertThat(reply("-1.25").asDuration(HOURS)).isEqualTo(Duration.ofMinutes(-75));
        assertThat(reply("1.7e+12").asDuration(MILLIS)).isEqualTo(Duration.ofSeconds(1_700_000_000));
        assertThat(reply("0.4").asDuration(NANOS)).isZero();
    }

    @Test
    void readsTimesSinceTheEpoch() {
        assertThat(reply(1700000000123L).asInstant(MILLIS)).isEqualTo(Instant.ofEpochMilli(1700000000123L));
        assertThat(reply("1700000000").asInstant(SECONDS)).isEqualTo(Instant.ofEpochSecond(1700000000));
        assertThat(reply("1700000000.123456").asInstant(SECONDS))
                .isEqualTo(Instant.ofEpochSecond(1700000000, 123_456_000));
        assertThat(reply(1700000000.5).asInstant(SECONDS)).isEqualTo(Instant.ofEpochSecond(1700000000, 500_000_000));
        assertThat(reply(-1).asInstant(MICROS)).isEqualTo(Instant.EPOCH.minusNanos(1000));
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertRefused(
                "expected a duration in days, got one beyond what a Duration holds",
                () -> reply(Long.MAX_VALUE).asDuration(DAYS));
        assertRefused(
                "expected a duration in seconds, got one beyond what a Duration holds",
                () -> reply("9223372036854775808").asDuration(SECONDS));
        assertRefused(
                "expected a time in seconds since the epoch, got one beyond what an Instant holds",
                () -> reply(Long.MAX_VALUE).asInstant(SECONDS));
        assertRefused(
                "expected a time in days since the epoch, got one beyond what a Duration holds",
                () -> reply(Long.MIN_VALUE).asInstant(DAYS));
    }

    @Test
    void isNotKeptBusyByExponents() {
        assertRefused(
                "expected a duration in seconds, got one beyond what a Duration holds",
                () -> reply("1e999999999").asDuration(SECONDS));
        assertThat(reply("1e-999999999").asDuration(SECONDS)).isZero();
        assertThat(reply("0e999999999").asDuration(SECONDS)).isZero();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertRefused(
                "expected a duration in millis, got nil", () -> reply(null).asDuration(MILLIS));
        assertRefused(
                "expected a duration in seconds, got a string that is none",
                () -> reply("PT1S").asDuration(SECONDS));
        assertRefused(
                "expected a time in seconds since the epoch, got a double that is not finite",
                () -> reply(Double.POSITIVE_INFINITY).asInstant(SECONDS));
    }
}
