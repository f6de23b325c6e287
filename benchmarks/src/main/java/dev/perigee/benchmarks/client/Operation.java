package dev.perigee.benchmarks.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a client does in one of the modes. Safe for use by many threads. */
public sealed interface Operation {

    /** Makes a call and waits for the reply. */
    @FunctionalInterface
    non-sealed interface Sync extends Operation {
        Object call(int number) throws Exception;
    }

    /** Makes a call without waiting. */
    @FunctionalInterface
    non-sealed interface Async extends Operation {
        CompletableFuture<?> send(int number);
    }

    /** Makes some calls in a row, and returns the replies in their order. */
    @FunctionalInterface
    non-sealed interface Batch extends Operation {

        List<?> run(int from, int count) throws Exception;

        /** Sends one call after the other, then waits for all. */
        static Batch of(Async async) {
            return (from, count) -> {
                List<CompletableFuture<?>> sent = new ArrayList<>(count);
                for (int i = 0; i < count; i++) {
                    sent.add(async.send(from + i));
                }
                return joined(sent);
            };
        }

        /** The results of futures, when all of them are there. */
        static List<Object> joined(List<? extends CompletableFuture<?>> futures) {
            List<Object> replies = new ArrayList<>(futures.size());
            for (CompletableFuture<?> future : futures) {
                replies.add(future.join());
            }
            return replies;
        }
    }
}
