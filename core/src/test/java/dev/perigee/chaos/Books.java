package dev.perigee.chaos;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptOutcomeUnknownException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What each call was told, to be held against what Redis counted. A call has an id; its script counts its runs in a field of
 * that name, in one of several hashes. Thread-safe.
 */
final class Books {

    /** How a call ended, as its caller knows it. */
    enum Told {
        NOTHING,
        SUCCESS,
        NOT_EXECUTED,
        OUTCOME_UNKNOWN,
        SCRIPT_ERROR,
        OTHER
    }

    private static final int MOST_CALLS = 6_000_000;

    private final String name;
    private final List<String> tags;
    private final @Nullable Told[] told = new @Nullable Told[MOST_CALLS];
    private final AtomicInteger opened = new AtomicInteger();
    private final LongAdder successes = new LongAdder();
    private final LongAdder wrongReplies = new LongAdder();
    private final LongAdder repeatedReplies = new LongAdder();
    private final AtomicLong slowest = new AtomicLong();
    private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

    /**
     * @param name what the keys begin with
     * @param tags the hash tags of the keys, which decide about their slots
     */
    Books(String name, List<String> tags) {
        this.name = name;
        this.tags = List.copyOf(tags);
    }

    /** A new call's id. */
    int open() {
        int id = opened.getAndIncrement();
        if (id >= MOST_CALLS) {
            throw new IllegalStateException("more than " + MOST_CALLS + " calls");
        }
        return id;
    }

    /** The hash tag of a call's keys. */
    String tag(int id) {
        return tags.get(id % tags.size());
    }

    /** The hash that a call's runs are counted in. */
    String key(int id) {
        return key(tag(id));
    }

    private String key(String tag) {
        return name + ":{" + tag + "}";
    }

    /** @param reply the call's id and the number of runs, as its script returned them */
    void succeeded(int id, List<Long> reply, long started) {
        if (reply.get(0) != id) {
            wrongReplies.increment();
        }
        if (reply.get(1) != 1) {
            repeatedReplies.increment();
        }
        successes.increment();
        tell(id, Told.SUCCESS, started);
    }

    void failed(int id, Throwable failure, long started) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String kind = cause.getClass().getSimpleName() + ": "
                + String.valueOf(cause.getMessage()).replaceAll("\\d+", "#");
        failures.computeIfAbsent(kind, first -> new LongAdder()).increment();
        tell(id, kind(cause), started);
    }

    private static Told kind(Throwable cause) {
        if (cause instanceof ScriptNotExecutedException) {
            return Told.NOT_EXECUTED;
        } else if (cause instanceof ScriptOutcomeUnknownException) {
            return Told.OUTCOME_UNKNOWN;
        }
        return cause instanceof ScriptErrorException ? Told.SCRIPT_ERROR : Told.OTHER;
    }

    private void tell(int id, Told how, long started) {
        told[id] = how;
        slowest.accumulateAndGet(System.nanoTime() - started, Math::max);
    }

    int calls() {
        return opened.get();
    }

    long successes() {
        return successes.sum();
    }

    /** How often calls failed with each message, the digits left out. */
    Map<String, Long> failures() {
        Map<String, Long> counts = new TreeMap<>();
        failures.forEach((message, count) -> counts.put(message, count.sum()));
        return counts;
    }

    @Override
    public String toString() {
        return name + " " + failures();
    }

    /**
     * Holds what the callers were told against what ran. Only after all calls have ended.
     *
     * @param hashes the counts in a key
     */
    Audit audit(Function<String, Map<String, String>> hashes) {
        int[] runs = new int[opened.get()];
        for (String tag : tags) {
            hashes.apply(key(tag)).forEach((id, count) -> runs[Integer.parseInt(id)] = Integer.parseInt(count));
        }
        Audit audit = new Audit(slowest.get(), wrongReplies.sum(), repeatedReplies.sum(), failures());
        for (int id = 0; id < runs.length; id++) {
            Told how = told[id];
            audit.add(how == null ? Told.NOTHING : how, runs[id]);
        }
        return audit;
    }
}
