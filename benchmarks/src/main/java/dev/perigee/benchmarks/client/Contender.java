package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Workload;
import java.util.List;

/** A client, connected to a deployment. */
interface Contender extends AutoCloseable {

    /**
     * Its ways of making a workload's calls in a mode; none if it has none. Called once for each scenario, whose callers are new
     * threads. */
    List<Contestant> contestants(Mode mode, Workload workload);

    @Override
    void close();
}
