package dev.perigee.transport;

import dev.perigee.invoke.Script;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * One server that scripts are loaded on.
 *
 * @param name what it is called in messages: its address, if that is known
 * @param connection the connection that script calls to this server go over
 */
record Node(String name, CompletionStage<? extends StatefulRedisConnection<byte[], byte[]>> connection) {

    private static final String IMPOSSIBLE_SHA1 = "0".repeat(40);

    /** Sends commands over a connection, and flushes once. What cannot be sent fails by itself. */
    static void send(StatefulRedisConnection<byte[], byte[]> open, List<ScriptCommand> commands) {
        if (commands.isEmpty()) {
            return;
        }
        try {
            open.dispatch(commands);
        } catch (RuntimeException e) {
            Topology.failAll(commands, e);
        }
    }

    /** Sends commands to this node as soon as its connection is open. */
    void send(List<ScriptCommand> commands) {
        connection.whenComplete((open, failure) -> {
            if (failure == null) {
                send(open, commands);
            } else {
                Topology.failAll(commands, failure);
            }
        });
    }

    /** Loads a script; fails with {@link LoadFailure} or what Lettuce fails with. */
    CompletableFuture<Node> load(Script script) {
        byte[] text = script.text().getBytes(StandardCharsets.UTF_8);
        return connection
                .thenCompose(open -> open.async().scriptLoad(text))
                .thenApply(sha1 -> {
                    if (!sha1.equals(script.sha1())) {
                        throw new LoadFailure("the server computes the SHA-1 " + sha1 + " for " + script.file()
                                + ", but its invoker was generated with " + script.sha1() + ": compile it again");
                    }
                    return this;
                })
                .toCompletableFuture();
    }

    /** The whole text of this server's NOSCRIPT error, learned by asking for a script that nobody can have. */
    CompletableFuture<String> noScriptText() {
        CommandArgs<byte[], byte[]> args =
                new CommandArgs<>(ByteArrayCodec.INSTANCE).add(IMPOSSIBLE_SHA1).add(0);
        return connection
                .thenCompose(open ->
                        open.async().dispatch(CommandType.EVALSHA, new StatusOutput<>(ByteArrayCodec.INSTANCE), args))
                .handle((reply, failure) -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (cause instanceof RedisNoScriptException) {
                        return String.valueOf(cause.getMessage());
                    }
                    throw new CompletionException(cause == null ? new LoadFailure("unexpected reply") : cause);
                })
                .toCompletableFuture();
    }

    /** The server took a script, but not as the one it was sent. */
    static final class LoadFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LoadFailure(String message) {
            super(message);
        }
    }
}
