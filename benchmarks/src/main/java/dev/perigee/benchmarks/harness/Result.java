package dev.perigee.benchmarks.harness;

import java.util.List;

/**
 * What one client did in one scenario.
 *
 * @param rates calls a second in each round; the rounds of all clients of a scenario belong together
 * @param cpuMicros processor time of the JVM for each call, over all rounds: its clock is coarse
 * @param bytes allocated for each call, the median of the rounds
 * @param p50Micros half of the calls, or batches, took at most so long; NaN where that is not measured
 * @param p99Micros 99 of 100 of them took at most so long
 */
public record Result(
        Scenario scenario,
        String client,
        List<Double> rates,
        double cpuMicros,
        double bytes,
        double p50Micros,
        double p99Micros) {

    static Result of(Scenario scenario, String client, List<Slice> slices) {
        Histogram times = new Histogram();
        slices.forEach(slice -> times.add(slice.times()));
        return new Result(
                scenario,
                client,
                slices.stream().map(Slice::rate).toList(),
                cpuMicros(slices),
                Medians.of(slices.stream().mapToDouble(Slice::bytesPerOperation)),
                times.quantile(0.5) / 1e3,
                times.quantile(0.99) / 1e3);
    }

    private static double cpuMicros(List<Slice> slices) {
        long nanos = slices.stream().mapToLong(Slice::cpuNanos).sum();
        long operations = slices.stream().mapToLong(Slice::operations).sum();
        return nanos / 1e3 / operations;
    }

    /** How many times as many calls as the other client, the median of the rounds. */
    public double ratioTo(Result other) {
        return Medians.ofRatios(rates, other.rates);
    }
}
