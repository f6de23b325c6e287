package dev.perigee.transport;

import dev.perigee.invoke.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks all nodes of a topology at once which scripts they have. */
final class ScriptCheck {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Topology topology;

    ScriptCheck(Topology topology) {
        this.topology = topology;
    }

    /** What each node said, in time. Never fails. */
    CompletableFuture<List<NodeCheck>> check(Collection<Script> scripts) {
        List<Script> all = List.copyOf(scripts);
        List<CompletableFuture<NodeCheck>> checks = new ArrayList<>();
        topology.everyNode().forEach(node -> checks.add(check(node, all)));
        topology.refresh();
        return CompletableFuture.allOf(checks.toArray(CompletableFuture<?>[]::new))
                .thenApply(done -> checks.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<NodeCheck> check(Node node, List<Script> scripts) {
        Duration limit = TimeLimit.shorter(topology.timeout(), LONGEST);
        return TimeLimit.within(topology.resources(), limit, node.missing(scripts))
                .handle((missing, failure) -> failure == null
                        ? new NodeCheck(node.name(), missing, null)
                        : new NodeCheck(node.name(), List.of(), NoReply.describe(failure)));
    }
}
