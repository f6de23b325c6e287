package dev.perigee.transport;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Another connection to a node, to end a script on it that the first one waits for. It is open before it is needed, since a
 * server that is busy takes no new ones. Thread-safe.
 */
final class Control {

    /** What a server does, as far as its answer to PING shows. */
    enum Finding {
        /** It runs a script, and has for longer than its {@code busy-reply-threshold}. */
        BUSY,
        /** It has answered, and so runs no script. */
        FREE,
        /** It has not answered in time: perhaps it runs a script, and has not for so long yet. */
        SILENT,
        /** It cannot be asked. */
        GONE
    }

    private final CompletionStage<? extends StatefulRedisConnection<byte[], byte[]>> connection;
    private final BooleanSupplier leadsToTheSame;
    private final Duration limit;
    private final ClientResources resources;

    /**
     * Another connection to a node.
     *
     * @param leadsToTheSame whether both connections lead to the same server, as far as is known
     * @param limit how long to wait for an answer; zero or less for ever
     */
    Control(
            CompletionStage<? extends StatefulRedisConnection<byte[], byte[]>> connection,
            BooleanSupplier leadsToTheSame,
            Duration limit,
            ClientResources resources) {
        this.connection = connection;
        this.leadsToTheSame = leadsToTheSame;
        this.limit = limit;
        this.resources = resources;
    }

    /** Asks what the server does. Never fails. */
    CompletionStage<Finding> ask() {
        return TimeLimit.within(
                        resources,
                        limit,
                        connection.thenCompose(open -> open.async().ping()))
                .handle((pong, failure) -> failure == null ? Finding.FREE : finding(cause(failure)))
                .thenApply(
                        finding -> finding == Finding.BUSY && !leadsToTheSame.getAsBoolean() ? Finding.GONE : finding);
    }

    private static Finding finding(Throwable failure) {
        if (failure instanceof RedisBusyException) {
            return Finding.BUSY;
        }
        return failure instanceof RedisCommandTimeoutException || failure instanceof TimeoutException
                ? Finding.SILENT
                : Finding.GONE;
    }

    /** Ends the script that the server runs; what it says if it does not, or null. Never fails. */
    CompletionStage<@Nullable String> kill() {
        return TimeLimit.within(resources, limit, connection.thenCompose(open -> {
                    AsyncCommand<byte[], byte[], String> kill = new AsyncCommand<>(new KillCommand());
                    open.dispatch(kill);
                    return kill;
                }))
                .handle((ok, failure) -> failure == null ? null : NoReply.describe(cause(failure)));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
