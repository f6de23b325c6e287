package dev.perigee.transport;

import io.lettuce.core.resource.ClientResources;
import io.netty.util.Timeout;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/** An end to waiting for a node that does not answer. Lettuce need not have one. */
final class TimeLimit {

    private TimeLimit() {}

    /** The shorter one, where zero or less is none. */
    static Duration shorter(Duration limit, Duration other) {
        return isNone(limit) || limit.compareTo(other) > 0 ? other : limit;
    }

    /** What the stage comes to; fails when that takes too long. Goes on on one of Lettuce's threads then. */
    static <T> CompletableFuture<T> within(ClientResources resources, Duration limit, CompletionStage<T> stage) {
        CompletableFuture<T> result = stage.toCompletableFuture().copy();
        if (isNone(limit)) {
            return result;
        }
        TimeoutException late = new TimeoutException("no answer within " + limit.toMillis() + " ms");
        Timeout timer = Later.after(resources, limit.toNanos(), () -> result.completeExceptionally(late));
        return result.whenComplete((value, failure) -> {
            if (timer != null) {
                timer.cancel();
            }
        });
    }

    private static boolean isNone(Duration limit) {
        return limit.isZero() || limit.isNegative();
    }
}
