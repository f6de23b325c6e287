package dev.perigee.benchmarks.workload;

import java.util.List;
import java.util.stream.IntStream;

/** The names that the calls of a workload take in turn: as many as there are in a batch. */
final class Names {

    private Names() {}

    static List<String> of(String prefix) {
        return IntStream.range(0, Workload.BATCH).mapToObj(i -> prefix + i).toList();
    }

    static <T> T at(List<T> ofNames, int call) {
        return ofNames.get(call % Workload.BATCH);
    }

    /** The names of some calls in a row, beginning with that of any call. */
    static List<String> some(List<String> names, int from, int count) {
        int first = from % Workload.BATCH;
        return names.subList(first, first + count);
    }
}
