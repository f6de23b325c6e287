package dev.perigee.benchmarks.harness;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;

/** What all clients are measured at, one after the other. */
public record Scenario(Topology topology, Mode mode, String workload, int threads) {

    @Override
    public String toString() {
        return topology.label() + ", " + mode.label() + ", " + workload + ", "
                + (threads == 1 ? "1 thread" : threads + " threads");
    }
}
