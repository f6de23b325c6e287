package dev.perigee.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An end to waiting for a node that does not answer. Lettuce need not have one. */
final class TimeLimit {

    private TimeLimit() {}

    /** The shorter one, where zero or less is none. */
    static Duration shorter(Duration limit, Duration other) {
        return isNone(limit) || limit.compareTo(other) > 0 ? other : limit;
    }

    /** What the stage comes to; fails when that takes too long. */
    static <T> CompletableFuture<T> within(Duration limit, CompletionStage<T> stage) {
        CompletableFuture<T> result = stage.toCompletableFuture().copy();
        if (isNone(limit)) {
            return result;
        }
        return result.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS).exceptionally(failure -> {
            if (failure instanceof TimeoutException) {
                throw new CompletionException(new TimeoutException("no answer within " + limit.toMillis() + " ms"));
            }
            throw failure instanceof CompletionException known ? known : new CompletionException(failure);
        });
    }

    private static boolean isNone(Duration limit) {
        return limit.isZero() || limit.isNegative();
    }
}
