package dev.perigee.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 33, 63})
    void isExactForSmallTimes(long nanos) {
        assertThat(of(nanos).quantile(0.5)).isEqualTo((double) nanos);
    }

    @ParameterizedTest
    @ValueSource(longs = {64, 65, 100, 127, 128, 1_000, 123_456, 10_000_000_000L, Long.MAX_VALUE})
    void isWithinThreePercentForAnyTime(long nanos) {
        assertThat(of(nanos).quantile(0.5)).isCloseTo((double) nanos, Percentage.withPercentage(3.2));
    }

    @Test
    void quantilesAreThoseOfAllTimesTogether() {
        Histogram histogram = of(LongStream.rangeClosed(1, 500).toArray());
        histogram.add(of(LongStream.rangeClosed(501, 1_000).toArray()));
        assertThat(histogram.quantile(0.5)).isCloseTo(500, within(16.0));
        assertThat(histogram.quantile(0.99)).isCloseTo(990, within(32.0));
        assertThat(histogram.quantile(0)).isEqualTo(1);
        assertThat(histogram.quantile(1)).isCloseTo(1_000, within(32.0));
    }

    @Test
    void hasNoQuantileWithoutTimes() {
        assertThat(of().quantile(0.5)).isNaN();
    }

    private static Histogram of(long... nanos) {
        Histogram histogram = new Histogram();
        for (long time : nanos) {
            histogram.add(time);
        }
        return histogram;
    }
}
