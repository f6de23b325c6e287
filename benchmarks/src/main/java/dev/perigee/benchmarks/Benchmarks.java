package dev.perigee.benchmarks;

import dev.perigee.benchmarks.client.Deployment;
import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import dev.perigee.benchmarks.codec.CodecResult;
import dev.perigee.benchmarks.codec.CodecRun;
import dev.perigee.benchmarks.harness.CallProfile;
import dev.perigee.benchmarks.harness.Harness;
import dev.perigee.benchmarks.harness.Plan;
import dev.perigee.benchmarks.harness.Result;
import dev.perigee.benchmarks.report.Environment;
import dev.perigee.benchmarks.report.Page;
import dev.perigee.benchmarks.report.Run;
import dev.perigee.benchmarks.report.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures Perigee and its peers, and writes what comes out into {@code docs/performance.md}, which says how to run this and how to
 * read it.
 */
public final class Benchmarks {

    private static final String USAGE =
            "usage: quick | full | codec | report, and optionally the folder of performance.md;"
                    + " or profile, with sync | async | batch, a script and a number of threads";

    private static final int PROFILE_ROUNDS = 20;

    private Benchmarks() {}

    /** Runs what the first argument names. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, RunnerException {
        String what = arguments.length == 0 ? "" : arguments[0];
        Page page = new Page(Path.of(arguments.length > 1 ? arguments[1] : "docs"));
        switch (what) {
            case "quick" -> measure(Plan.quick(), 3, page);
            case "full" -> measure(Plan.full(), 10, page);
            case "codec" -> System.out.println(Page.tables(new Run(Map.of(), List.of(), CodecRun.run(10))));
            case "report" -> page.update();
            case "profile" -> System.out.println(profile(arguments));
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
        // Not all clients end all of their threads.
        System.exit(0);
    }

    private static String profile(String[] arguments) throws InterruptedException, ExecutionException {
        return CallProfile.of(
                Mode.labelled(arguments.length > 1 ? arguments[1] : "sync"),
                arguments.length > 2 ? arguments[2] : "flash",
                arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1,
                PROFILE_ROUNDS);
    }

    private static void measure(Plan plan, int codecIterations, Page page)
            throws IOException, InterruptedException, ExecutionException, RunnerException {
        long start = System.nanoTime();
        double load = Environment.load();
        List<CodecResult> codec = CodecRun.run(codecIterations);
        List<Result> results = new Harness(plan, System.out::println).run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Run run = new Run(Environment.describe(plan.name(), took, load, server()), results, codec);
        RunFile.write(run, page.file(Environment.jdk()));
        page.update();
        System.out.println(Page.tables(run));
        System.out.println(Page.targets(run));
    }

    private static String server() {
        try (Deployment deployment = Deployment.start(Topology.STANDALONE)) {
            return deployment.version();
        }
    }
}
