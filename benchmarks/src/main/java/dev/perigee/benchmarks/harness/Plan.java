package dev.perigee.benchmarks.harness;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run measures, and for how long.
 *
 * @param name as in the report
 * @param slice how long a client calls before it is the next one's turn
 * @param warmUp how long all clients together call in a scenario before what they do counts
 * @param counted how long they do so afterwards
 * @param scenarios in the order in which they are measured
 */
public record Plan(String name, Duration slice, Duration warmUp, Duration counted, List<Scenario> scenarios) {

    private static final List<String> ALL = List.of("flash", "incr", "one", "2 KB", "32 keys");

    /** A look at everything, in under five minutes. */
    public static Plan quick() {
        List<Scenario> scenarios = new ArrayList<>();
        add(scenarios, Topology.STANDALONE, Mode.SYNC, List.of("flash"), 1, 8, 64);
        add(scenarios, Topology.STANDALONE, Mode.SYNC, List.of("incr"), 1);
        add(scenarios, Topology.STANDALONE, Mode.ASYNC, List.of("flash", "incr"), 1);
        add(scenarios, Topology.STANDALONE, Mode.BATCH, List.of("flash", "incr", "one"), 1);
        add(scenarios, Topology.STANDALONE, Mode.BATCH, List.of("flash", "one"), 4);
        add(scenarios, Topology.CLUSTER, Mode.SYNC, List.of("flash"), 8);
        add(scenarios, Topology.CLUSTER, Mode.BATCH, List.of("incr"), 1);
        return new Plan("quick", Duration.ofMillis(100), Duration.ofSeconds(3), Duration.ofSeconds(9), scenarios);
    }

    /** Every script, mode and number of threads. */
    public static Plan full() {
        List<Scenario> scenarios = new ArrayList<>();
        add(scenarios, Topology.STANDALONE, Mode.SYNC, ALL, 1, 8, 64);
        add(scenarios, Topology.STANDALONE, Mode.ASYNC, ALL, 1, 8);
        add(scenarios, Topology.STANDALONE, Mode.ASYNC, List.of("flash"), 64);
        add(scenarios, Topology.STANDALONE, Mode.BATCH, ALL, 1, 4);
        add(scenarios, Topology.STANDALONE, Mode.BATCH, List.of("flash"), 64);
        add(scenarios, Topology.CLUSTER, Mode.SYNC, List.of("flash"), 1, 8, 64);
        add(scenarios, Topology.CLUSTER, Mode.SYNC, List.of("incr"), 8);
        add(scenarios, Topology.CLUSTER, Mode.ASYNC, List.of("flash", "incr"), 1, 8);
        add(scenarios, Topology.CLUSTER, Mode.BATCH, List.of("flash", "incr"), 1, 4);
        return new Plan("full", Duration.ofMillis(120), Duration.ofSeconds(4), Duration.ofSeconds(15), scenarios);
    }

    private static void add(
            List<Scenario> scenarios, Topology topology, Mode mode, List<String> workloads, int... threads) {
        for (String workload : workloads) {
            for (int count : threads) {
                scenarios.add(new Scenario(topology, mode, workload, count));
            }
        }
    }
}
