package dev.perigee.benchmarks.report;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.codec.CodecResult;
import dev.perigee.benchmarks.harness.Result;
import dev.perigee.benchmarks.harness.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Figures that nobody has measured. */
final class SampleRun {

    static final Scenario SYNC = new Scenario(Topology.STANDALONE, Mode.SYNC, "flash", 1);
    static final Scenario ASYNC = new Scenario(Topology.CLUSTER, Mode.ASYNC, "2 KB", 8);

    static final Run RUN = new Run(
            Map.of("machine", "an abacus"),
            List.of(
                    result(SYNC, "Lettuce", 1600, 100, 200, 50),
                    result(SYNC, "Spring", 2600, 90, 180, 25),
                    result(SYNC, "Jedis", 1300, 140, 280, 70),
                    result(SYNC, "Perigee", 650, 120, 230, 60),
                    result(SYNC, "Perigee, spinning", 650, 150, 300, 75),
                    new Result(ASYNC, "Lettuce", List.of(1000.0), 5, 1400, Double.NaN, Double.NaN),
                    new Result(ASYNC, "Perigee", List.of(1500.0), 4, 600, Double.NaN, Double.NaN)),
            List.of(new CodecResult("flash", "lettuce", 900, 1400), new CodecResult("flash", "perigee", 450, 160.004)));

    private SampleRun() {}

    private static Result result(Scenario scenario, String client, double bytes, double... rates) {
        return new Result(
                scenario, client, Arrays.stream(rates).boxed().toList(), 1e6 / rates[0], bytes, 9.876, 1234.5);
    }
}
