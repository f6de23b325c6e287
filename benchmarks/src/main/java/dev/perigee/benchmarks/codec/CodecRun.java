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

    private CodecRun() {}

    /**
     * Measures all.
     *
     * @param seconds how long each is measured, after as long without
     */
    public static List<CodecResult> run(int seconds) throws RunnerException {
        Collection<RunResult> runs = new Runner(new OptionsBuilder()
                        .include(CodecRun.class.getPackageName() + "\\.\\w+Codec\\.")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(1)
                        .warmupIterations(2 * seconds)
                        .warmupTime(TimeValue.milliseconds(500))
                        .measurementIterations(2 * seconds)
                        .measurementTime(TimeValue.milliseconds(500))
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

    /** Of the iterations: another process may have disturbed some of them. */
    private static double median(Result<?> result) {
        return result.getStatistics().getPercentile(50);
    }
}
