package dev.perigee.benchmarks.harness;

import dev.perigee.benchmarks.client.Contenders;
import dev.perigee.benchmarks.client.Contestant;
import dev.perigee.benchmarks.client.Deployment;
import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Where the time of a call goes: in which threads, in their own code or in the system's, and what the server needs of it. */
public final class CallProfile {

    private static final List<String> CLIENTS = List.of("Lettuce", "Perigee", "Perigee, one by one", "socket by hand");
    private static final long SLICE = 150_000_000;

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private CallProfile() {}

    /** What was counted of one client, over all rounds. */
    private static final class Row {

        final Map<String, ThreadTimes.Used> threads = new LinkedHashMap<>();
        long calls;
        double server;
        double nanos;

        void add(Slice slice, Map<String, ThreadTimes.Used> used, double serverMicros) {
            calls += slice.operations();
            nanos += slice.nanos();
            server += serverMicros;
            used.forEach((thread, time) -> threads.merge(thread, time, ThreadTimes.Used::plus));
        }
    }

    /**
     * The table of one script and way of calling, on one server; what is not Linux does not count so.
     *
     * @param rounds how often each client has its turn; after as many that do not count
     */
    public static String of(Mode mode, String workload, int threads, int rounds)
            throws InterruptedException, ExecutionException {
        if (!ThreadTimes.areKnown()) {
            return "This needs Linux, which counts the processor time of each thread by what it was for.";
        }
        Workload called = Workload.all().stream()
                .filter(one -> one.name().equals(workload))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload is called " + workload));
        CallProfile profile = new CallProfile();
        try (Deployment deployment = Deployment.start(Topology.STANDALONE);
                Contenders contenders = new Contenders(deployment);
                Crew crew = new Crew(threads)) {
            deployment.load(called);
            List<Contestant> contestants = new ArrayList<>(contenders.contestants(mode, called));
            contestants.removeIf(one -> !CLIENTS.contains(one.name()));
            for (int round = 0; round < 2 * rounds; round++) {
                if (round == rounds) {
                    profile.rows.clear();
                }
                for (Contestant contestant : contestants) {
                    profile.slice(contestant, called, deployment, crew);
                }
            }
        }
        return profile.table();
    }

    private void slice(Contestant contestant, Workload workload, Deployment deployment, Crew crew)
            throws InterruptedException, ExecutionException {
        deployment.reset(workload);
        double server = deployment.serverMicros();
        ThreadTimes before = ThreadTimes.now();
        Slice slice = crew.run(contestant.operation(), workload, SLICE);
        rows.computeIfAbsent(contestant.name(), name -> new Row())
                .add(slice, ThreadTimes.now().since(before), deployment.serverMicros() - server);
    }

    private String table() {
        StringBuilder text = new StringBuilder("""
                | client | µs of a call | of the server's | caller, own code | caller, system | caller waits | event loop, own code | event loop, system | event loop waits | other threads |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        rows.forEach((client, row) -> text.append(line(client, row)));
        return text.toString();
    }

    private static String line(String client, Row row) {
        ThreadTimes.Used caller = ThreadTimes.Used.NOTHING;
        ThreadTimes.Used loop = ThreadTimes.Used.NOTHING;
        ThreadTimes.Used other = ThreadTimes.Used.NOTHING;
        for (Map.Entry<String, ThreadTimes.Used> thread : row.threads.entrySet()) {
            if (thread.getKey().startsWith("caller")) {
                caller = caller.plus(thread.getValue());
            } else if (thread.getKey().startsWith("lettuce-nioEven")
                    || thread.getKey().startsWith("lettuce-epollEv")) {
                loop = loop.plus(thread.getValue());
            } else {
                other = other.plus(thread.getValue());
            }
        }
        double calls = row.calls;
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f | %.2f | %.1f | %.1f | %.2f | %.1f |%n",
                client,
                row.nanos / 1e3 / calls,
                row.server / calls,
                caller.user() / calls,
                caller.system() / calls,
                caller.waits() / calls,
                loop.user() / calls,
                loop.system() / calls,
                loop.waits() / calls,
                (other.user() + other.system()) / calls);
    }
}
