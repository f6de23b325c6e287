package dev.perigee.benchmarks.growth;

import dev.perigee.servers.RedisServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures what grows with the number of scripts, and prints it as Markdown; with the path of a page as its argument, also
 * writes it there. Takes some ten minutes; with {@code processor} as the second argument, it measures the processor alone, in
 * some four.
 */
public final class Growth {

    /** Interfaces, rounds to warm up, rounds that count. The largest first, after which the JVM is warm for the others. */
    private static final List<List<Integer>> SIZES =
            List.of(List.of(1000, 1, 3), List.of(100, 2, 9), List.of(10, 5, 21));

    private static final List<Integer> COLD_SIZES = List.of(10, 100);

    private static final int COLD_ROUNDS = 3;
    private static final int CLIENT_INTERFACES = 200;
    private static final int CLIENT_ROUNDS = 5;

    private Growth() {}

    /** Measures. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("perigee-growth");
        try {
            String processor = measureProcessor(folder);
            boolean alone = arguments.length > 1 && arguments[1].equals("processor");
            String others = alone ? "" : measureOthers(folder);
            if (arguments.length > 0) {
                GrowthPage.write(Path.of(arguments[0]), processor, others);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static String measureProcessor(Path folder) throws IOException {
        List<ProcessorTimes> times = new ArrayList<>();
        for (List<Integer> size : SIZES) {
            progress("processor, " + size.get(0) + " interfaces");
            times.add(0, ProcessorTimes.measure(project(folder, size.get(0)), size.get(0), size.get(1), size.get(2)));
        }
        progress("processor, its phases");
        Path hundred = project(folder, 100);
        Map<String, Double> phases = ProcessorPhases.measure(GeneratedProject.write(hundred, 100), hundred, 10);
        return String.join(
                "",
                printed(GrowthPage.environment()),
                printed(GrowthPage.processor(times)),
                printed(GrowthPage.phases(phases)),
                printed(GrowthPage.cold(cold(folder))));
    }

    private static String measureOthers(Path folder) throws IOException {
        return printed(GrowthPage.client(client(folder))) + printed(GrowthPage.million(million()));
    }

    /** At once, since what comes next takes its time. */
    private static String printed(String section) {
        System.out.println(section);
        return section;
    }

    private static Path project(Path folder, int interfaces) {
        return folder.resolve("of-" + interfaces);
    }

    /** By the number of interfaces: without and with the processor. */
    private static Map<Integer, List<List<Measured>>> cold(Path folder) throws IOException {
        Map<Integer, List<List<Measured>>> all = new TreeMap<>();
        for (int interfaces : COLD_SIZES) {
            progress("processor, cold, " + interfaces + " interfaces");
            List<Measured> without = new ArrayList<>();
            List<Measured> with = new ArrayList<>();
            String project = project(folder, interfaces).toString();
            for (int round = 0; round < COLD_ROUNDS; round++) {
                without.add(Measured.in(List.of(), ColdCompilation.class, List.of(project, "false")));
                with.add(Measured.in(List.of(), ColdCompilation.class, List.of(project, "true")));
            }
            all.put(interfaces, List.of(without, with));
        }
        return all;
    }

    private static List<Measured> client(Path folder) throws IOException {
        progress("client");
        Path project = project(folder, CLIENT_INTERFACES);
        GeneratedProject written = GeneratedProject.write(project, CLIENT_INTERFACES);
        Compilation.run(written.sources(), project, new MeasuredProcessor());
        Path names = Files.write(project.resolve("names.txt"), written.names());
        String classPath = String.join(
                File.pathSeparator,
                project.resolve("target/classes").toString(),
                written.resources().toString(),
                System.getProperty("java.class.path"));
        List<Measured> runs = new ArrayList<>();
        for (int round = 0; round < CLIENT_ROUNDS; round++) {
            try (RedisServer server = RedisServer.start()) {
                runs.add(Measured.in(
                        List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"),
                        classPath,
                        ClientStart.class,
                        List.of(server.uri().toString(), names.toString())));
            }
        }
        return runs;
    }

    private static Map<String, Measured> million() throws IOException {
        Map<String, Measured> forms = new LinkedHashMap<>();
        try (RedisServer server = RedisServer.start()) {
            for (String form : MillionElements.BOUNDED) {
                progress("a million elements, " + form);
                forms.put(form, MillionElements.in("64m", server.uri().toString(), form));
            }
            progress("a million elements, " + MillionElements.ALL_RESULTS);
            forms.put(
                    MillionElements.ALL_RESULTS,
                    MillionElements.in("128m", server.uri().toString(), MillionElements.ALL_RESULTS));
        }
        return forms;
    }

    private static void progress(String what) {
        System.err.println(what);
    }
}
