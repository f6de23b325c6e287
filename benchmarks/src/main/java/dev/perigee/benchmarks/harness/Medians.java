package dev.perigee.benchmarks.harness;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Medians, the mean of the two in the middle for an even number of values; NaN for none. */
final class Medians {

    private Medians() {}

    static double of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double ofRatios(List<Double> values, List<Double> toValues) {
        if (values.size() != toValues.size()) {
            throw new IllegalArgumentException(
                    "rounds that do not belong together: " + values.size() + " and " + toValues.size());
        }
        return of(IntStream.range(0, values.size()).mapToDouble(i -> values.get(i) / toValues.get(i)));
    }
}
