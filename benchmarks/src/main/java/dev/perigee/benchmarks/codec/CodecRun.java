package dev.perigee.benchmarks.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package by JMH, with its GC profiler. */
public final class CodecRun {

    /** The compiler of one JVM comes to another result than that of the next, sometimes by half of the time. */
    private static final int FORKS = 3;

    private CodecRun() {}

    /**
     * Measures all.
     *
     * @param iterations how many fifths of a second each is measured in each JVM, after twice as many without
     */
    public static List<CodecResult> run(int iterations) throws RunnerException {
        Collection<RunResult> runs = new Runner(new OptionsBuilder()
                        .include(CodecRun.class.getPackageName() + "\\.\\w+Codec\\.")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(FORKS)
                        .warmupIterations(2 * iterations)
                        .warmupTime(TimeValue.milliseconds(200))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.milliseconds(200))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        List<CodecResult> results = new ArrayList<>();
        for (RunResult run : runs) {
            results.add(result(run));
        }
        results.sort(Comparator.comparing(CodecResult::workload).thenComparing(CodecResult::way));
        return results;
    }

    private static CodecResult result(RunResult run) {
        String benchmark = run.getParams().getBenchmark();
        int method = benchmark.lastIndexOf('.');
        String type = benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1, method);
        Result<?> bytes = run.getSecondaryResults().get("gc.alloc.rate.norm");
        if (bytes == null) {
            throw new IllegalStateException("JMH did not count the bytes of " + benchmark);
        }
        return new CodecResult(
                type.replace("Codec", "").toLowerCase(Locale.ROOT),
                benchmark.substring(method + 1),
                median(run.getPrimaryResult()),
                median(bytes));
    }

    /** Of the iterations in all JVMs: another process may have disturbed some of them. */
    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }
}
