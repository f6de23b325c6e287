package dev.perigee.benchmarks.report;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.codec.CodecResult;
import dev.perigee.benchmarks.harness.Result;
import dev.perigee.benchmarks.harness.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run as Markdown. */
final class Tables {

    private static final String FIRST = "flash";

    private final Run run;
    private final StringBuilder text = new StringBuilder();

    Tables(Run run) {
        this.run = run;
    }

    /** What the run was made with. */
    String environment() {
        text.setLength(0);
        row("", "");
        row("---", "---");
        run.environment().forEach(this::row);
        return text.toString();
    }

    /** How the run compares with what was aimed at. */
    String targets() {
        text.setLength(0);
        row("what", "must reach", "reached", "");
        row("---", "---", "---", "---");
        for (Target target : Targets.of(run)) {
            row(target.what(), target.limit(), target.measured(), target.verdict());
        }
        return text.toString();
    }

    /** The codecs' time and bytes. */
    String codec() {
        text.setLength(0);
        row("script", "by", "ns", "B", "time, by that of Lettuce");
        row("---", "---", "---:", "---:", "---:");
        for (CodecResult codec : run.codec()) {
            String base = codec.way().endsWith("Async") ? "lettuceAsync" : "lettuce";
            String ratio = run.codec(codec.workload(), base)
                    .map(raw -> Numbers.ratio(codec.nanos() / raw.nanos()))
                    .orElse("");
            row(codec.workload(), codec.way(), Numbers.whole(codec.nanos()), Numbers.whole(codec.bytes()), ratio);
        }
        return text.toString();
    }

    /** All scenarios of a kind, those of the first script open to view, the others to be unfolded. */
    String calls(Topology topology, Mode mode) {
        text.setLength(0);
        Map<String, List<Scenario>> byWorkload = new LinkedHashMap<>();
        for (Scenario scenario : run.scenarios(topology, mode)) {
            byWorkload
                    .computeIfAbsent(scenario.workload(), absent -> new ArrayList<>())
                    .add(scenario);
        }
        byWorkload.forEach((workload, scenarios) -> {
            if (workload.equals(FIRST)) {
                text.append("*").append(workload).append("*\n\n");
                calls(scenarios);
            } else {
                text.append("<details><summary>").append(workload).append("</summary>\n\n");
                calls(scenarios);
                text.append("\n</details>\n");
            }
            text.append('\n');
        });
        return text.toString();
    }

    private void calls(List<Scenario> scenarios) {
        boolean timed = scenarios.get(0).mode() != Mode.ASYNC;
        List<String> head = new ArrayList<>(List.of("client"));
        scenarios.forEach(scenario -> head.add(threads(scenario)));
        head.add("CPU");
        head.add("B/call");
        if (timed) {
            scenarios.forEach(scenario -> head.add("µs, " + threads(scenario)));
        }
        row(head.toArray(String[]::new));
        row(head.stream()
                .map(column -> column.equals("client") ? "---" : "---:")
                .toArray(String[]::new));
        for (String client : clients(scenarios)) {
            row(cells(client, scenarios, timed).toArray(String[]::new));
        }
    }

    private List<String> cells(String client, List<Scenario> scenarios, boolean timed) {
        List<String> cells = new ArrayList<>();
        cells.add(client.startsWith("Perigee") ? "**" + client + "**" : client);
        scenarios.forEach(scenario -> cells.add(
                run.result(scenario, client).map(run::ratio).map(Numbers::ratio).orElse("")));
        Optional<Result> first = run.result(scenarios.get(0), client);
        cells.add(first.map(run::cpuRatio).map(Numbers::ratio).orElse(""));
        cells.add(first.map(Result::bytes).map(Numbers::whole).orElse(""));
        if (timed) {
            scenarios.forEach(scenario -> cells.add(run.result(scenario, client)
                    .map(result -> Numbers.micros(result.p50Micros()) + " / " + Numbers.micros(result.p99Micros()))
                    .orElse("")));
        }
        return cells;
    }

    private Set<String> clients(List<Scenario> scenarios) {
        Set<String> clients = new LinkedHashSet<>();
        scenarios.forEach(scenario -> run.of(scenario).forEach(result -> clients.add(result.client())));
        return clients;
    }

    private static String threads(Scenario scenario) {
        return scenario.threads() == 1 ? "1 thread" : scenario.threads() + " threads";
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
