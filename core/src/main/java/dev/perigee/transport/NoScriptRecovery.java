package dev.perigee.transport;

import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * What happens when an answer begins with NOSCRIPT. A script may return such an error of its own, so the first word does
 * not prove that the script is missing and has not run. Only the server's own wording does, and that differs between
 * servers: it is learned from the node itself, together with loading the script, in one round trip.
 *
 * <p>The first time the script is loaded on the node that owns the call's slot, as far as the client knows; after that on
 * all masters, since the node that answered must then be another one; so too if the first one words it differently, as in a
 * cluster of several versions. Nothing is remembered between recoveries.
 */
final class NoScriptRecovery {

    private static final String CODE = "NOSCRIPT";

    private final Topology topology;

    NoScriptRecovery(Topology topology) {
        this.topology = topology;
    }

    static boolean concerns(String errorText) {
        return errorText.equals(CODE) || errorText.startsWith(CODE + " ");
    }

    /**
     * Loads the script if it is missing.
     *
     * @param round how many times the script was missing, from 1
     * @return true if the server said that the script is missing, and it is loaded; false if the script said so itself.
     *     Fails with {@link NoReply} if neither can be had
     */
    CompletionStage<Boolean> recover(Script script, ScriptCall<?> call, String errorText, int round) {
        if (round > 1) {
            return topology.all().thenCompose(found -> recoverOn(found, script, errorText));
        }
        return topology.holders(call)
                .thenCompose(found -> recoverOn(found, script, errorText))
                .thenCompose(missing -> missing || topology instanceof OneServer
                        ? CompletableFuture.completedFuture(missing)
                        : topology.all().thenCompose(found -> recoverOn(found, script, errorText)));
    }

    private static CompletableFuture<Boolean> recoverOn(List<Node> nodes, Script script, String errorText) {
        List<CompletableFuture<String>> wordings = new ArrayList<>();
        List<CompletableFuture<Node>> loads = new ArrayList<>();
        for (Node node : nodes) {
            wordings.add(node.noScriptText());
            loads.add(node.load(script));
        }
        List<CompletableFuture<?>> all = new ArrayList<>(wordings);
        all.addAll(loads);
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .handle((done, failure) -> verdict(wordings, loads, errorText));
    }

    /** Nodes that cannot be reached do not count as long as another one answers. */
    private static boolean verdict(
            List<CompletableFuture<String>> wordings, List<CompletableFuture<Node>> loads, String errorText) {
        if (wordings.stream().anyMatch(wording -> succeeded(wording) && errorText.equals(wording.join()))) {
            if (loads.stream().anyMatch(NoScriptRecovery::succeeded)) {
                return true;
            }
            Throwable cause = failure(loads.get(0));
            throw new CompletionException(NoReply.notLoaded(NoReply.describe(cause), cause));
        }
        if (wordings.stream().anyMatch(NoScriptRecovery::succeeded)) {
            return false;
        }
        Throwable cause =
                wordings.isEmpty() ? new IllegalStateException("no server is known") : failure(wordings.get(0));
        throw new CompletionException(NoReply.lost(cause));
    }

    private static boolean succeeded(CompletableFuture<?> future) {
        return !future.isCompletedExceptionally();
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return future.handle((value, failure) -> failure).join();
    }
}
