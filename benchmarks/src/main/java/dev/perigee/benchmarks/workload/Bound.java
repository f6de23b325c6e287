package dev.perigee.benchmarks.workload;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A workload's calls through its generated invoker, by their numbers. */
public interface Bound {

    /** Waits for the result. */
    Object call(int number);

    /** Does not wait. */
    CompletableFuture<?> send(int number);

    /** Makes some calls by one method with {@code @Each}, and waits for the results. */
    List<?> each(int from, int count);
}
