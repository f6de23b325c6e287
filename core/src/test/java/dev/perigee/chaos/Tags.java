package dev.perigee.chaos;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What all runs have in common: how many threads call, and which hash tags. */
final class Tags {

    static final int THREADS = 16;

    private static final int COUNT = 512;

    private Tags() {}

    static Books books(String name) {
        return books(name, tag -> true);
    }

    /** Books with keys of these tags only. */
    static Books books(String name, Predicate<String> tags) {
        List<String> all =
                IntStream.range(0, COUNT).mapToObj(i -> "t" + i).filter(tags).toList();
        return new Books(name, all);
    }
}
