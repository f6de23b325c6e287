package dev.perigee.benchmarks.harness;

import dev.perigee.benchmarks.client.Contenders;
import dev.perigee.benchmarks.client.Contestant;
import dev.perigee.benchmarks.client.Deployment;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Runs scenarios. In each, all clients take turns at a slice, in a new random order every round, so that whatever else the
 * machine does meets all of them. Before each slice the server's data is set anew.
 */
public final class Harness {

    private static final int LEAST_ROUNDS = 3;
    private static final long SEED = 42;

    private final Plan plan;
    private final Consumer<String> progress;
    private final Random random = new Random(SEED);
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final List<Result> results = new ArrayList<>();

    /** A harness for one run, which says what it is at. */
    public Harness(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        Workload.all().forEach(workload -> workloads.put(workload.name(), workload));
    }

    /** Runs all scenarios, and returns the results of all clients in them. */
    public List<Result> run() throws InterruptedException {
        for (Topology topology : Topology.values()) {
            List<Scenario> scenarios = plan.scenarios().stream()
                    .filter(scenario -> scenario.topology() == topology)
                    .toList();
            if (!scenarios.isEmpty()) {
                run(topology, scenarios);
            }
        }
        return List.copyOf(results);
    }

    private void run(Topology topology, List<Scenario> scenarios) throws InterruptedException {
        try (Deployment deployment = Deployment.start(topology);
                Contenders contenders = new Contenders(deployment)) {
            workloads.values().forEach(deployment::load);
            for (Scenario scenario : scenarios) {
                progress.accept(scenario.toString());
                run(scenario, deployment, contenders);
            }
        }
    }

    private void run(Scenario scenario, Deployment deployment, Contenders contenders) throws InterruptedException {
        Workload workload = workload(scenario);
        List<Entrant> entrants = contenders.contestants(scenario.mode(), workload).stream()
                .map(contestant -> new Entrant(contestant, new ArrayList<>()))
                .toList();
        try (Crew crew = new Crew(scenario.threads())) {
            Turn turn = entrant -> entrant.slices().add(slice(crew, entrant.contestant(), workload, deployment));
            rounds(plan.warmUp(), entrants, turn);
            entrants.forEach(entrant -> entrant.slices().clear());
            rounds(plan.counted(), entrants, turn);
        }
        for (Entrant entrant : entrants) {
            results.add(Result.of(scenario, entrant.contestant().name(), entrant.slices()));
        }
    }

    private Workload workload(Scenario scenario) {
        Workload workload = workloads.get(scenario.workload());
        if (workload == null) {
            throw new IllegalArgumentException("no workload is called " + scenario.workload());
        }
        return workload;
    }

    private void rounds(Duration length, List<Entrant> entrants, Turn turn) throws InterruptedException {
        List<Entrant> order = new ArrayList<>(entrants);
        long end = System.nanoTime() + length.toNanos();
        for (int round = 0; round < LEAST_ROUNDS || System.nanoTime() < end; round++) {
            Collections.shuffle(order, random);
            for (Entrant entrant : order) {
                turn.take(entrant);
            }
        }
    }

    private Slice slice(Crew crew, Contestant contestant, Workload workload, Deployment deployment)
            throws InterruptedException {
        deployment.reset(workload);
        try {
            return crew.run(contestant.operation(), workload, plan.slice().toNanos());
        } catch (ExecutionException e) {
            throw new IllegalStateException(contestant.name() + " failed at " + workload, e.getCause());
        }
    }

    private record Entrant(Contestant contestant, List<Slice> slices) {}

    @FunctionalInterface
    private interface Turn {
        void take(Entrant entrant) throws InterruptedException;
    }
}
