package dev.perigee.benchmarks.report;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.codec.CodecResult;
import dev.perigee.benchmarks.harness.Result;
import dev.perigee.benchmarks.harness.Scenario;
import dev.perigee.benchmarks.report.BarChart.Bar;
import dev.perigee.benchmarks.report.BarChart.Group;
import dev.perigee.benchmarks.report.BarChart.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A run as plots. */
final class Plots {

    private static final String RATIO = "calls a second, by those of Lettuce in the same round; longer is better";

    private final Run run;

    Plots(Run run) {
        this.run = run;
    }

    /** All plots that the run has something for, by name. */
    Map<String, BarChart> all() {
        Map<String, BarChart> plots = new LinkedHashMap<>();
        put(plots, "sync", "One call at a time: flash", RATIO, 1, throughput(Mode.SYNC, this::isFlash, Plots::threads));
        put(
                plots,
                "async",
                "Up to 256 calls under way",
                RATIO,
                1,
                throughput(Mode.ASYNC, this::isOneThread, Scenario::workload));
        put(
                plots,
                "batch",
                "Batches of 256, one caller",
                RATIO,
                1,
                throughput(Mode.BATCH, this::isOneThread, Scenario::workload));
        put(
                plots,
                "batch-4",
                "Batches of 256, four callers",
                RATIO,
                1,
                throughput(Mode.BATCH, scenario -> scenario.threads() == 4, Scenario::workload));
        put(plots, "cluster", "A cluster of three", RATIO, 1, cluster());
        put(plots, "bytes", "Bytes allocated for a call: flash", "all threads; shorter is better", Double.NaN, bytes());
        put(
                plots,
                "codec-time",
                "Encoding and decoding by itself: nanoseconds",
                "no network; shorter is better",
                Double.NaN,
                codec(CodecResult::nanos));
        put(
                plots,
                "codec-bytes",
                "Encoding and decoding by itself: bytes allocated",
                "no network; shorter is better",
                Double.NaN,
                codec(CodecResult::bytes));
        return plots;
    }

    private static void put(
            Map<String, BarChart> plots,
            String name,
            String title,
            String subtitle,
            double reference,
            List<Group> groups) {
        if (!groups.isEmpty()) {
            plots.put(
                    name,
                    new BarChart(
                            title,
                            subtitle,
                            groups,
                            reference,
                            Double.isNaN(reference) ? Numbers::whole : Numbers::ratio));
        }
    }

    private boolean isFlash(Scenario scenario) {
        return scenario.workload().equals("flash");
    }

    private boolean isOneThread(Scenario scenario) {
        return scenario.threads() == 1;
    }

    private static String threads(Scenario scenario) {
        return scenario.threads() == 1 ? "1 thread" : scenario.threads() + " threads";
    }

    private List<Group> throughput(Mode mode, Predicate<Scenario> chosen, Function<Scenario, String> name) {
        return run.scenarios(Topology.STANDALONE, mode).stream()
                .filter(chosen)
                .map(scenario -> new Group(name.apply(scenario), bars(scenario, run::ratio)))
                .toList();
    }

    private List<Group> cluster() {
        List<Group> groups = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            for (Scenario scenario : run.scenarios(Topology.CLUSTER, mode)) {
                if (mode == Mode.SYNC ? scenario.threads() == 8 && isFlash(scenario) : isOneThread(scenario)) {
                    groups.add(new Group(
                            mode.label() + ", " + scenario.workload() + ", " + threads(scenario),
                            bars(scenario, run::ratio)));
                }
            }
        }
        return groups;
    }

    private List<Group> bytes() {
        List<Group> groups = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            for (Scenario scenario : run.scenarios(Topology.STANDALONE, mode)) {
                if (isFlash(scenario) && isOneThread(scenario)) {
                    groups.add(new Group(mode.label(), bars(scenario, Result::bytes)));
                }
            }
        }
        return groups;
    }

    private List<Bar> bars(Scenario scenario, ToDoubleFunction<Result> value) {
        return run.of(scenario).stream()
                .map(result -> new Bar(result.client(), value.applyAsDouble(result), kind(result.client())))
                .toList();
    }

    private List<Group> codec(ToDoubleFunction<CodecResult> value) {
        Map<String, List<Bar>> groups = new LinkedHashMap<>();
        for (CodecResult result : run.codec()) {
            groups.computeIfAbsent(result.workload(), absent -> new ArrayList<>())
                    .add(new Bar(result.way(), value.applyAsDouble(result), kind(result.way())));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static Kind kind(String client) {
        if (client.startsWith("Perigee") || client.startsWith("perigee")) {
            return Kind.OWN;
        }
        return client.startsWith("socket") ? Kind.LIMIT : Kind.PEER;
    }
}
