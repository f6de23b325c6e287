package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WholeUnitsTest {

    private static final long SEED = 20_260_101;
    private static final int NANOS = 1_000_000_000;

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @EnumSource(
            value = ChronoUnit.class,
            names = {"NANOS", "MICROS", "MILLIS", "SECONDS", "MINUTES", "HOURS", "HALF_DAYS", "DAYS", "WEEKS"})
    void areTheLeastThatAreNotLess(ChronoUnit unit) {
        for (int i = 0; i < 20_000; i++) {
            long seconds = random.nextLong() >> random.nextInt(64);
            assertCounted(Duration.ofSeconds(seconds, nanos()), unit);
        }
        assertCounted(Duration.ofNanos(Long.MIN_VALUE), unit);
        assertCounted(Duration.ofNanos(Long.MAX_VALUE), unit);
        assertCounted(Duration.ofSeconds(Long.MIN_VALUE), unit);
        assertCounted(Duration.ofSeconds(Long.MAX_VALUE, NANOS - 1), unit);
        assertCounted(Duration.ZERO, unit);
    }

    private int nanos() {
        return random.nextBoolean() ? random.nextInt(NANOS) : random.nextInt(1000) * 1_000_000;
    }

    private static void assertCounted(Duration value, ChronoUnit unit) {
        BigDecimal count = inSeconds(value).divide(inSeconds(unit.getDuration()), 0, RoundingMode.CEILING);
        boolean fits = count.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                && count.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        if (!fits) {
            assertThatThrownBy(() -> WholeUnits.in(value, unit)).isInstanceOf(ArithmeticException.class);
            return;
        }
        assertThat(WholeUnits.in(value, unit)).isEqualTo(count.longValueExact());
        boolean isInstant = value.getSeconds() >= Instant.MIN.getEpochSecond()
                && value.getSeconds() <= Instant.MAX.getEpochSecond();
        if (isInstant) {
            Instant instant = Instant.ofEpochSecond(value.getSeconds(), value.getNano());
            assertThat(WholeUnits.sinceEpoch(instant, unit)).isEqualTo(count.longValueExact());
        }
    }

    private static BigDecimal inSeconds(Duration value) {
        return BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
    }
}
