package dev.perigee.transport;

import dev.perigee.error.ScriptLoadException;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptErrors;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Loads scripts on all nodes of a topology at once, replicas too, each node's in one pipeline. A node that cannot be reached,
 * or does not answer within the connection's time limit, does not keep the others from having them.
 */
final class ScriptLoader {

    private final Topology topology;

    ScriptLoader(Topology topology) {
        this.topology = topology;
    }

    /**
     * How many scripts were loaded, each on every node. Fails with {@link ScriptLoadException} if one was not, when all nodes
     * have ended.
     */
    CompletableFuture<Integer> load(Collection<Script> scripts) {
        List<Script> all = List.copyOf(scripts);
        return topology.refreshed()
                .handle((done, failure) -> topology.everyNode())
                .thenCompose(nodes -> load(nodes, all))
                .toCompletableFuture();
    }

    private CompletableFuture<Integer> load(List<Node> nodes, List<Script> scripts) {
        if (nodes.isEmpty()) {
            throw new ScriptLoadException(List.of("the cluster has no master that serves slots"), null);
        }
        List<CompletableFuture<List<Failure>>> loads =
                nodes.stream().map(node -> load(node, scripts)).toList();
        return CompletableFuture.allOf(loads.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> {
                    List<Failure> failures =
                            loads.stream().flatMap(load -> load.join().stream()).toList();
                    if (!failures.isEmpty()) {
                        throw new ScriptLoadException(
                                failures.stream().map(Failure::text).toList(), failures.get(0).cause);
                    }
                    return scripts.size();
                });
    }

    private CompletableFuture<List<Failure>> load(Node node, List<Script> scripts) {
        CompletableFuture<@Nullable Throwable> ready = TimeLimit.within(
                        topology.resources(), topology.timeout(), node.ready())
                .handle((open, failure) -> failure);
        return ready.thenCompose(failure -> failure == null
                ? loadAll(node, scripts)
                : CompletableFuture.completedFuture(List.of(Failure.unreachable(node, failure))));
    }

    private CompletableFuture<List<Failure>> loadAll(Node node, List<Script> scripts) {
        List<CompletableFuture<@Nullable Failure>> loads = new ArrayList<>();
        for (Script script : scripts) {
            CompletionStage<String> load = node.scripts().load(script);
            loads.add(TimeLimit.within(topology.resources(), topology.timeout(), load)
                    .handle((done, cause) -> cause == null ? null : Failure.of(node, script, cause)));
        }
        return CompletableFuture.allOf(loads.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> {
                    List<Failure> failures = new ArrayList<>();
                    for (CompletableFuture<@Nullable Failure> load : loads) {
                        Failure failure = load.join();
                        if (failure != null) {
                            failures.add(failure);
                        }
                    }
                    return failures;
                });
    }

    /** What was not loaded, where and why. */
    private record Failure(String text, Throwable cause) {

        static Failure unreachable(Node node, Throwable cause) {
            return new Failure(node.name() + ": not reached: " + NoReply.describe(cause), cause);
        }

        static Failure of(Node node, Script script, Throwable cause) {
            Throwable reason =
                    cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
            String text = reason instanceof RedisCommandExecutionException
                    ? ScriptErrors.parse(script, NoReply.describe(reason)).getMessage()
                    : script.method() + ": " + NoReply.describe(reason) + " (" + script.file() + ")";
            return new Failure(node.name() + ": " + text, cause);
        }
    }
}
