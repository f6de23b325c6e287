package dev.perigee.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.perigee.benchmarks.client.Mode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallProfileIT {

    @Test
    void saysWhereTheTimeOfACallGoes() throws Exception {
        assumeThat(ThreadTimes.areKnown()).isTrue();
        List<String> lines =
                CallProfile.of(Mode.SYNC, "one", 1, 3).lines().skip(2).toList();
        assertThat(lines)
                .extracting(line -> List.of(line.split("\\|", -1)).get(1).strip())
                .containsExactlyInAnyOrder("Lettuce", "Perigee", "socket by hand");
        for (String line : lines) {
            double[] figures = Stream.of(line.split("\\|", -1))
                    .skip(2)
                    .filter(cell -> !cell.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double call = figures[0];
            double callers = figures[2] + figures[3];
            assertThat(call).isPositive();
            assertThat(figures[1]).as("the server's").isPositive().isLessThan(call);
            assertThat(callers).as("the caller's").isPositive().isLessThan(call + 1);
            assertThat(figures[4]).as("waits of the caller").isLessThan(2);
        }
    }

    @Test
    void refusesAScriptThatIsNone() {
        assumeThat(ThreadTimes.areKnown()).isTrue();
        assertThatThrownBy(() -> CallProfile.of(Mode.SYNC, "two", 1, 1)).hasMessage("no workload is called two");
    }
}
