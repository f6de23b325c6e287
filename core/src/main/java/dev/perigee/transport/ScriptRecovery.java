package dev.perigee.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One missing script on its way to the nodes that lack it, and the calls that wait for it. Thread-safe. */
final class ScriptRecovery {

    /**
     * A call that missed the script.
     *
     * @param reply what it was answered
     */
    record Waiting(PendingCall call, ScriptCommand reply) {}

    private final long started = System.nanoTime();
    private @Nullable List<Waiting> waiting = new ArrayList<>();

    ScriptRecovery(PendingCall call, ScriptCommand reply) {
        join(call, reply);
    }

    /** Lets a call wait; false if this has ended already. */
    synchronized boolean join(PendingCall call, ScriptCommand reply) {
        if (waiting == null) {
            return false;
        }
        waiting.add(new Waiting(call, reply));
        return true;
    }

    /** Whoever waits. From now on nobody can join. */
    synchronized List<Waiting> end() {
        List<Waiting> all = waiting == null ? List.of() : waiting;
        waiting = null;
        return all;
    }

    /** Whether all that began this have given it up by now, if there is a limit. */
    boolean isOlderThan(Duration limit) {
        return !limit.isZero() && !limit.isNegative() && System.nanoTime() - started > limit.toNanos();
    }

    /**
     * What the nodes said; all have ended.
     *
     * @param wordings each node's text of the error for a missing script
     * @param loads each node's answer to the script
     */
    record Answers(List<CompletableFuture<String>> wordings, List<CompletableFuture<String>> loads) {

        /**
         * Whether the error says in a server's own words that the script is missing; it is loaded then. Nodes that cannot be
         * reached do not count as long as another one answers.
         *
         * @throws NoReply if that cannot be learned, or the script cannot be loaded
         */
        boolean isMissing(String errorText) throws NoReply {
            if (wordings.stream().anyMatch(wording -> succeeded(wording) && errorText.equals(wording.join()))) {
                if (loads.stream().anyMatch(Answers::succeeded)) {
                    return true;
                }
                Throwable cause = failure(loads.get(0));
                throw NoReply.notLoaded(NoReply.describe(cause), cause);
            }
            if (wordings.stream().anyMatch(Answers::succeeded)) {
                return false;
            }
            throw NoReply.lost(
                    wordings.isEmpty() ? new IllegalStateException("no server is known") : failure(wordings.get(0)));
        }

        private static boolean succeeded(CompletableFuture<?> future) {
            return !future.isCompletedExceptionally();
        }

        private static Throwable failure(CompletableFuture<?> future) {
            return future.handle((value, failure) -> failure).join();
        }
    }
}
