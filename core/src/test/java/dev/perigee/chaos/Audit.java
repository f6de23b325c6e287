package dev.perigee.chaos;

import dev.perigee.chaos.Books.Told;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** How many calls were told what, and how many of these ran how often. */
final class Audit {

    private static final int NEVER = 0;
    private static final int ONCE = 1;
    private static final int MORE = 2;

    private final Map<Told, int[]> calls = new EnumMap<>(Told.class);
    private final long slowest;
    private final long wrongReplies;
    private final long repeatedReplies;
    private final Map<String, Long> failures;

    /**
     * @param slowest how many nanoseconds the longest call took
     * @param wrongReplies how many calls got the reply to another one
     * @param repeatedReplies how many calls were told that they ran more than once
     */
    Audit(long slowest, long wrongReplies, long repeatedReplies, Map<String, Long> failures) {
        this.slowest = slowest;
        this.wrongReplies = wrongReplies;
        this.repeatedReplies = repeatedReplies;
        this.failures = failures;
        for (Told how : Told.values()) {
            calls.put(how, new int[MORE + 1]);
        }
    }

    void add(Told how, int runs) {
        of(how)[Math.min(runs, MORE)]++;
    }

    private int[] of(Told how) {
        return Objects.requireNonNull(calls.get(how));
    }

    int count() {
        return calls.keySet().stream().mapToInt(this::count).sum();
    }

    int count(Told how) {
        int[] runs = of(how);
        return runs[NEVER] + runs[ONCE] + runs[MORE];
    }

    /** How many calls that were told this did not run. */
    int never(Told how) {
        return of(how)[NEVER];
    }

    /** How many calls that were told this ran, once or more. */
    int ran(Told how) {
        return count(how) - never(how);
    }

    int twice() {
        return calls.values().stream().mapToInt(runs -> runs[MORE]).sum();
    }

    long wrongReplies() {
        return wrongReplies;
    }

    long repeatedReplies() {
        return repeatedReplies;
    }

    long slowestMillis() {
        return TimeUnit.NANOSECONDS.toMillis(slowest);
    }

    Map<String, Long> failures() {
        return failures;
    }
}
