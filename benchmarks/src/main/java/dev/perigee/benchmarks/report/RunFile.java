package dev.perigee.benchmarks.report;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.codec.CodecResult;
import dev.perigee.benchmarks.harness.Result;
import dev.perigee.benchmarks.harness.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run as a file of lines, their fields separated by tabs: facts, results with the rate of every round, codecs. */
public final class RunFile {

    private static final String FACT = "fact";
    private static final String CALLS = "calls";
    private static final String CODEC = "codec";
    private static final String TITLES =
            "calls\ttopology\tmode\tscript\tthreads\tclient\tcpu us/call\tB/call\tp50 us\tp99 us\tcalls/s in each round";

    private RunFile() {}

    /** Writes a run. */
    public static void write(Run run, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        run.environment().forEach((name, value) -> lines.add(String.join("\t", FACT, name, value)));
        lines.add("#" + TITLES);
        run.results().forEach(result -> lines.add(line(result)));
        run.codec()
                .forEach(codec -> lines.add(String.join(
                        "\t", CODEC, codec.workload(), codec.way(), number(codec.nanos()), number(codec.bytes()))));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }

    private static String line(Result result) {
        Scenario scenario = result.scenario();
        return String.join(
                "\t",
                CALLS,
                scenario.topology().label(),
                scenario.mode().label(),
                scenario.workload(),
                Integer.toString(scenario.threads()),
                result.client(),
                number(result.cpuMicros()),
                number(result.bytes()),
                number(result.p50Micros()),
                number(result.p99Micros()),
                result.rates().stream()
                        .map(rate -> Long.toString(Math.round(rate)))
                        .collect(Collectors.joining(" ")));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Reads what {@link #write} has written. */
    public static Run read(Path file) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        List<Result> results = new ArrayList<>();
        List<CodecResult> codec = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case FACT -> environment.put(fields[1], fields[2]);
                case CALLS -> results.add(result(fields));
                case CODEC -> codec.add(new CodecResult(fields[1], fields[2], value(fields[3]), value(fields[4])));
                default -> {
                    if (!line.startsWith("#")) {
                        throw new IOException(file + " has a line that begins with " + fields[0]);
                    }
                }
            }
        }
        return new Run(environment, results, codec);
    }

    private static Result result(String[] fields) {
        Scenario scenario = new Scenario(
                Topology.labelled(fields[1]), Mode.labelled(fields[2]), fields[3], Integer.parseInt(fields[4]));
        return new Result(
                scenario,
                fields[5],
                Arrays.stream(fields[10].split(" ")).map(Double::valueOf).toList(),
                value(fields[6]),
                value(fields[7]),
                value(fields[8]),
                value(fields[9]));
    }

    private static double value(String field) {
        return field.equals("-") ? Double.NaN : Double.parseDouble(field);
    }
}
