package dev.perigee.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsTest {

    @Test
    void saysWhatWasReachedAndWhatWasMissed() {
        assertThat(verdict("codec, flash")).isEqualTo("160 B: reached");
        assertThat(verdict("codec, flash, time by that of Lettuce")).isEqualTo("0.50 ×: **missed**");
        assertThat(verdict("end to end, sync, flash")).isEqualTo("650 B: reached");
        assertThat(verdict("sync, 1 thread, by Lettuce")).isEqualTo("1.20 ×: reached");
    }

    @Test
    void documentedSettingsAreComparedWithJedis() {
        assertThat(verdict("sync, 1 thread, best documented setting by Jedis")).isEqualTo("1.07 ×: reached");
    }

    @Test
    void everywhereIsTheLeastOfAllRatios() {
        assertThat(verdict("everywhere, by Spring, the least (Spring: standalone, sync, flash, 1 thread)"))
                .isEqualTo("1.33 ×: reached");
    }

    @Test
    void whatWasNotMeasuredIsNeitherReachedNorMissed() {
        assertThat(verdict("batch, one, by Lettuce")).isEqualTo("not measured in this run: ");
        assertThat(Targets.of(new Run(Map.of(), List.of(), List.of())))
                .allMatch(target -> target.verdict().isEmpty());
    }

    private static String verdict(String what) {
        return Targets.of(SampleRun.RUN).stream()
                .filter(target -> target.what().equals(what))
                .map(target -> target.measured() + ": " + target.verdict())
                .findFirst()
                .orElseThrow();
    }
}
