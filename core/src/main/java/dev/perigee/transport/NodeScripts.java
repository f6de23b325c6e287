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
import java.util.stream.IntStream;

/** The scripts that a node's server has. Nothing here ends by itself if the server does not answer. Thread-safe. */
final class NodeScripts {

    private static final String IMPOSSIBLE_SHA1 = "0".repeat(40);

    private final CompletionStage<StatefulRedisConnection<byte[], byte[]>> opening;

    /** The scripts of the server that a connection leads to, as soon as it is open. */
    NodeScripts(CompletionStage<StatefulRedisConnection<byte[], byte[]>> opening) {
        this.opening = opening;
    }

    /** Loads a script, and gives its SHA-1; fails with {@link LoadFailure} or what Lettuce fails with. */
    CompletableFuture<String> load(Script script) {
        byte[] text = script.text().getBytes(StandardCharsets.UTF_8);
        return opening.thenCompose(open -> open.async().scriptLoad(text))
                .thenApply(sha1 -> {
                    if (!sha1.equals(script.sha1())) {
                        throw new LoadFailure("the server computes the SHA-1 " + sha1 + " for " + script.file()
                                + ", but its invoker was generated with " + script.sha1() + ": compile it again");
                    }
                    return sha1;
                })
                .toCompletableFuture();
    }

    /** Which of the scripts the server lacks; asks for a sign of life if there are none. */
    CompletionStage<List<Script>> missing(List<Script> wanted) {
        if (wanted.isEmpty()) {
            return opening.thenCompose(open -> open.async().ping()).thenApply(pong -> List.of());
        }
        String[] digests = wanted.stream().map(Script::sha1).toArray(String[]::new);
        return opening.thenCompose(open -> open.async().scriptExists(digests))
                .thenApply(exist -> IntStream.range(0, digests.length)
                        .filter(i -> !exist.get(i))
                        .mapToObj(wanted::get)
                        .toList());
    }

    /** The whole text of this server's NOSCRIPT error, learned by asking for a script that nobody can have. */
    CompletableFuture<String> noScriptText() {
        CommandArgs<byte[], byte[]> args =
                new CommandArgs<>(ByteArrayCodec.INSTANCE).add(IMPOSSIBLE_SHA1).add(0);
        return opening.thenCompose(open ->
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
