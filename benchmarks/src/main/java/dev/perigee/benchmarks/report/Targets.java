package dev.perigee.benchmarks.report;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.codec.CodecResult;
import dev.perigee.benchmarks.harness.Result;
import dev.perigee.benchmarks.harness.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What was aimed at, and what a run has of it. */
final class Targets {

    private static final String PERIGEE = "Perigee";
    private static final String OBSERVED = "Perigee, observed";
    private static final String SOCKET = "socket by hand";

    private final Run run;
    private final List<Target> targets = new ArrayList<>();

    private Targets(Run run) {
        this.run = run;
    }

    static List<Target> of(Run run) {
        Targets all = new Targets(run);
        all.codec();
        all.bytes();
        all.sync();
        all.async();
        all.batch();
        return all.targets;
    }

    private void codec() {
        codec("flash", 160);
        codec("incr", 128);
    }

    private void codec(String workload, double bytes) {
        Optional<CodecResult> perigee = run.codec(workload, "perigee");
        Optional<CodecResult> lettuce = run.codec(workload, "lettuce");
        targets.add(Target.bytes(
                "codec, " + workload, bytes, perigee.map(CodecResult::bytes).orElse(Double.NaN)));
        double ratio = perigee.isPresent() && lettuce.isPresent()
                ? perigee.get().nanos() / lettuce.get().nanos()
                : Double.NaN;
        targets.add(Target.atMost("codec, " + workload + ", time by that of Lettuce", 0.35, ratio));
    }

    private void bytes() {
        bytes(Mode.SYNC, "flash", 700);
        bytes(Mode.SYNC, "incr", 670);
        bytes(Mode.ASYNC, "flash", 650);
        bytes(Mode.BATCH, "flash", 620);
    }

    private void bytes(Mode mode, String workload, double limit) {
        targets.add(Target.bytes(
                "end to end, " + mode.label() + ", " + workload,
                limit,
                value(scenario(mode, workload, 1), PERIGEE, Result::bytes)));
    }

    private void sync() {
        for (int threads : new int[] {1, 8, 64}) {
            Scenario scenario = scenario(Mode.SYNC, "flash", threads);
            targets.add(Target.atLeast(
                    "sync, " + threads(threads) + ", by Lettuce", 1.05, value(scenario, PERIGEE, run::ratio)));
        }
        Scenario alone = scenario(Mode.SYNC, "flash", 1);
        targets.add(Target.atLeast(
                "sync, 1 thread, observed, by not observed",
                0.9,
                value(alone, OBSERVED, result -> ratio(result, PERIGEE))));
        ahead("Spring");
        ahead("Redisson");
        for (int threads : new int[] {1, 64}) {
            targets.add(Target.atLeast(
                    "sync, " + threads(threads) + ", best documented setting by Jedis", 1, bestByJedis(threads)));
        }
    }

    /** The least ratio to a client and its variants, over all scenarios, and where that is. */
    private void ahead(String client) {
        double least = Double.NaN;
        String where = "";
        for (Result other : run.results()) {
            Optional<Result> own = run.result(other.scenario(), PERIGEE);
            if (other.client().startsWith(client) && own.isPresent()) {
                double ratio = own.get().ratioTo(other);
                if (!(ratio >= least)) {
                    least = ratio;
                    where = " (" + other.client() + ": " + other.scenario() + ")";
                }
            }
        }
        targets.add(Target.atLeast("everywhere, by " + client + ", the least" + where, 1, least));
    }

    private double bestByJedis(int threads) {
        Scenario scenario = scenario(Mode.SYNC, "flash", threads);
        return run.of(scenario).stream()
                .filter(result -> result.client().startsWith(PERIGEE))
                .mapToDouble(result -> ratio(result, "Jedis"))
                .max()
                .orElse(Double.NaN);
    }

    private void async() {
        Scenario scenario = scenario(Mode.ASYNC, "flash", 1);
        targets.add(Target.atLeast("async, one by one, by Lettuce", 1.1, value(scenario, PERIGEE, run::ratio)));
        targets.add(Target.atMost("async, CPU by that of Lettuce", 0.9, value(scenario, PERIGEE, run::cpuRatio)));
    }

    private void batch() {
        batch("flash", 1.25);
        batch("incr", 2.3);
        batch("one", 2.8);
        Scenario flash = scenario(Mode.BATCH, "flash", 1);
        targets.add(Target.atMost("batch, flash, CPU by that of Lettuce", 0.25, value(flash, PERIGEE, run::cpuRatio)));
        for (String workload : List.of("flash", "one")) {
            Scenario four = scenario(Mode.BATCH, workload, 4);
            targets.add(Target.atLeast(
                    "batch, " + workload + ", four callers, by the socket",
                    0.95,
                    value(four, PERIGEE, result -> ratio(result, SOCKET))));
        }
        for (String workload : List.of("flash", "incr", "one")) {
            Scenario scenario = scenario(Mode.BATCH, workload, 1);
            targets.add(Target.told(
                    "batch, " + workload + ", by Jedis' pipeline",
                    value(scenario, PERIGEE, result -> ratio(result, "Jedis pipeline"))));
        }
    }

    private void batch(String workload, double limit) {
        Scenario scenario = scenario(Mode.BATCH, workload, 1);
        targets.add(Target.atLeast("batch, " + workload + ", by Lettuce", limit, value(scenario, PERIGEE, run::ratio)));
    }

    private double ratio(Result result, String client) {
        return run.result(result.scenario(), client).map(result::ratioTo).orElse(Double.NaN);
    }

    private double value(Scenario scenario, String client, ToDoubleFunction<Result> figure) {
        return run.result(scenario, client).map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private static String threads(int count) {
        return count == 1 ? "1 thread" : count + " threads";
    }

    private static Scenario scenario(Mode mode, String workload, int threads) {
        return new Scenario(Topology.STANDALONE, mode, workload, threads);
    }
}
