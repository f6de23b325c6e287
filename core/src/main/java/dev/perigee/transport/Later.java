package dev.perigee.transport;

import io.lettuce.core.resource.ClientResources;
import io.netty.util.Timeout;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is done some time later. */
final class Later {

    private Later() {}

    /** As {@link #after}, but to the millisecond, where the timer ticks ten times a second; false if it is not going to be run. */
    static boolean precisely(ClientResources resources, long nanos, Runnable task) {
        try {
            return !resources
                    .eventExecutorGroup()
                    .schedule(task, nanos, TimeUnit.NANOSECONDS)
                    .isCancelled();
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Runs a task on one of Lettuce's threads for such things, not the timer's own; null if they are shut down. */
    static @Nullable Timeout after(ClientResources resources, long nanos, Runnable task) {
        try {
            return resources
                    .timer()
                    .newTimeout(
                            timeout -> resources.eventExecutorGroup().execute(task),
                            Math.max(0, nanos),
                            TimeUnit.NANOSECONDS);
        } catch (IllegalStateException | RejectedExecutionException e) {
            return null;
        }
    }
}
