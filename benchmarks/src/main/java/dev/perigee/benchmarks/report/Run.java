package dev.perigee.benchmarks.report;

import dev.perigee.benchmarks.client.Contenders;
import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.codec.CodecResult;
import dev.perigee.benchmarks.harness.Result;
import dev.perigee.benchmarks.harness.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured by one command.
 *
 * @param environment where and with what, by name
 * @param results of the harness
 * @param codec of JMH
 */
public record Run(Map<String, String> environment, List<Result> results, List<CodecResult> codec) {

    /** The scenarios of a kind, in the order in which they were measured. */
    List<Scenario> scenarios(Topology topology, Mode mode) {
        return results.stream()
                .map(Result::scenario)
                .filter(scenario -> scenario.topology() == topology && scenario.mode() == mode)
                .distinct()
                .toList();
    }

    /** The results of all clients in a scenario. */
    List<Result> of(Scenario scenario) {
        return results.stream()
                .filter(result -> result.scenario().equals(scenario))
                .toList();
    }

    /** What a client did in a scenario, if it was measured. */
    Optional<Result> result(Scenario scenario, String client) {
        return of(scenario).stream()
                .filter(result -> result.client().equals(client))
                .findFirst();
    }

    /** How many times as many calls as the baseline a client made. */
    double ratio(Result result) {
        return result.ratioTo(baseline(result));
    }

    /** How many times as much processor time as the baseline a client took for a call. */
    double cpuRatio(Result result) {
        return result.cpuMicros() / baseline(result).cpuMicros();
    }

    private Result baseline(Result result) {
        return result(result.scenario(), Contenders.BASELINE).orElseThrow();
    }

    /** What was measured of a codec. */
    Optional<CodecResult> codec(String workload, String way) {
        return codec.stream()
                .filter(result ->
                        result.workload().equals(workload) && result.way().equals(way))
                .findFirst();
    }
}
