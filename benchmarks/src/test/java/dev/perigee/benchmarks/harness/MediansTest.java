package dev.perigee.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MediansTest {

    @Test
    void isTheMiddleOne() {
        assertThat(Medians.of(DoubleStream.of(9, 1, 5))).isEqualTo(5);
        assertThat(Medians.of(DoubleStream.of(9, 1, 5, 7))).isEqualTo(6);
        assertThat(Medians.of(DoubleStream.empty())).isNaN();
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        assertThat(Medians.ofRatios(List.of(20.0, 30.0, 1.0), List.of(10.0, 10.0, 1.0)))
                .isEqualTo(2);
    }

    @Test
    void roundsMustBelongTogether() {
        assertThatThrownBy(() -> Medians.ofRatios(List.of(1.0), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 and 0");
    }
}
