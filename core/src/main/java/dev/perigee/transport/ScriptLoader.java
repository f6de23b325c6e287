package dev.perigee.transport;

import dev.perigee.error.ScriptLoadException;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptErrors;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Loads scripts on all nodes of a topology at once, each node's in one pipeline. */
final class ScriptLoader {

    private final Topology topology;

    ScriptLoader(Topology topology) {
        this.topology = topology;
    }

    /**
     * How many scripts were loaded, each on every node. Fails with {@link ScriptLoadException} if one was not.
     */
    CompletableFuture<Integer> load(Collection<Script> scripts) {
        return topology.all()
                .exceptionally(failure -> {
                    throw new ScriptLoadException(List.of(NoReply.describe(failure)), failure);
                })
                .thenCompose(nodes -> load(nodes, scripts))
                .toCompletableFuture();
    }

    private static CompletableFuture<Integer> load(List<Node> nodes, Collection<Script> scripts) {
        List<CompletableFuture<Failure>> loads = new ArrayList<>();
        for (Node node : nodes) {
            for (Script script : scripts) {
                loads.add(node.load(script).handle((done, cause) -> new Failure(node, script, cause)));
            }
        }
        return CompletableFuture.allOf(loads.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> {
                    List<Failure> failures = loads.stream()
                            .map(CompletableFuture::join)
                            .filter(load -> load.cause != null)
                            .toList();
                    if (!failures.isEmpty()) {
                        throw new ScriptLoadException(
                                failures.stream().map(Failure::describe).toList(), failures.get(0).cause);
                    }
                    return scripts.size();
                });
    }

    /** How loading a script on a node ended; without a cause it succeeded. */
    private record Failure(
            Node node, Script script, @Nullable Throwable cause) {

        String describe() {
            Throwable failure = Objects.requireNonNull(cause);
            Throwable reason =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            String text = reason instanceof RedisCommandExecutionException
                    ? ScriptErrors.parse(script, NoReply.describe(reason)).getMessage()
                    : script.method() + ": " + NoReply.describe(reason) + " (" + script.file() + ")";
            return node.name() + ": " + text;
        }
    }
}
