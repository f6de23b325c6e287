package dev.perigee.transport;

import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What happens when an answer begins with NOSCRIPT. A script may return such an error of its own, so the first word does
 * not prove that the script is missing and has not run. Only the server's own wording does, and that differs between
 * servers: it is learned from the node itself, together with loading the script, in one round trip.
 *
 * <p>The first time the script is loaded on the node that owns the call's slot, as far as the client knows; after that on
 * all masters, since the node that answered must then be another one; so too if the first one words it differently, as in a
 * cluster of several versions. Nothing is remembered between recoveries.
 *
 * <p>Calls that miss the same script on the same node while it is being loaded there wait for that instead of loading it
 * themselves. A script may be missing again, as when scripts are flushed over and over: it is loaded again. A call that has
 * begun some loads itself waits before it is sent again. That ends with its time limit.
 */
final class NoScriptRecovery {

    private static final String CODE = "NOSCRIPT";
    private static final int LOADS_AT_ONCE = 3;
    private static final String EVERYWHERE = "everywhere";

    /** Scripts on their way to a node. */
    private record Key(String sha1, String where) {}

    private final Topology topology;
    private final Retries retries;
    private final ConcurrentMap<Key, ScriptRecovery> ongoing = new ConcurrentHashMap<>();

    NoScriptRecovery(Topology topology, Retries retries) {
        this.topology = topology;
        this.retries = retries;
    }

    static boolean concerns(String errorText) {
        return errorText.equals(CODE) || errorText.startsWith(CODE + " ");
    }

    /**
     * Loads the script if it is missing, and sends the call again; or ends it.
     *
     * @param everywhere whether to load it on all nodes
     */
    void recover(PendingCall call, ScriptCommand reply, boolean everywhere) {
        try {
            Key key = new Key(call.script().script().sha1(), everywhere ? EVERYWHERE : topology.homeOf(call.call()));
            if (!joined(ongoing.get(key), call, reply)) {
                call.attempts().loading();
                begin(key, call, reply);
            }
        } catch (RuntimeException e) {
            // As when the connection is being closed: the answer may be the script's own, so that it has run.
            retries.unsettled(call, NoReply.lost(e));
        }
    }

    private boolean joined(@Nullable ScriptRecovery recovery, PendingCall call, ScriptCommand reply) {
        return recovery != null && !recovery.isOlderThan(topology.timeout()) && recovery.join(call, reply);
    }

    /** In place of one that has ended, or does not end. Another call may begin one as well just now: that does no harm. */
    private void begin(Key key, PendingCall call, ScriptCommand reply) {
        ScriptRecovery recovery = new ScriptRecovery(call, reply);
        ongoing.put(key, recovery);
        boolean everywhere = key.where.equals(EVERYWHERE);
        CompletionStage<ScriptRecovery.Answers> answers;
        try {
            answers = nodes(call.call(), everywhere)
                    .thenCompose(nodes -> ask(nodes, call.script().script()));
        } catch (RuntimeException e) {
            answers = CompletableFuture.failedFuture(e);
        }
        answers.whenComplete((answer, failure) -> {
            ongoing.remove(key, recovery);
            settle(recovery.end(), everywhere, answer, failure);
        });
    }

    private CompletionStage<List<Node>> nodes(ScriptCall<?> call, boolean everywhere) {
        return everywhere ? topology.all() : topology.holders(call);
    }

    private CompletableFuture<ScriptRecovery.Answers> ask(List<Node> nodes, Script script) {
        List<CompletableFuture<String>> wordings = new ArrayList<>();
        List<CompletableFuture<String>> loads = new ArrayList<>();
        for (Node node : nodes) {
            wordings.add(TimeLimit.within(
                    topology.resources(), topology.timeout(), node.scripts().noScriptText()));
            loads.add(TimeLimit.within(
                    topology.resources(), topology.timeout(), node.scripts().load(script)));
        }
        List<CompletableFuture<?>> all = new ArrayList<>(wordings);
        all.addAll(loads);
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .handle((done, failure) -> new ScriptRecovery.Answers(wordings, loads));
    }

    /** Sends again what certainly has not run, together, in the order in which it was missed. */
    private void settle(
            List<ScriptRecovery.Waiting> waiting,
            boolean everywhere,
            ScriptRecovery.@Nullable Answers answers,
            @Nullable Throwable failure) {
        List<ScriptCommand> again = new ArrayList<>();
        for (ScriptRecovery.Waiting one : waiting) {
            try {
                if (answers == null) {
                    throw NoReply.lost(failure == null ? new IllegalStateException("no answer") : failure);
                }
                if (!answers.isMissing(one.reply().errorText())) {
                    notMissing(one, everywhere);
                } else if (one.call().attempts().loads() > LOADS_AT_ONCE) {
                    one.call().attempts().refused(one.reply().errorText());
                    retries.pause(one.call());
                } else {
                    ScriptCommand command = one.call().repetition(false);
                    if (command != null) {
                        again.add(command);
                    }
                }
            } catch (NoReply e) {
                retries.unsettled(one.call(), e);
            }
        }
        topology.sendAll(again);
    }

    private void notMissing(ScriptRecovery.Waiting one, boolean everywhere) {
        if (everywhere || topology instanceof OneServer) {
            one.call().end(one.reply());
        } else {
            recover(one.call(), one.reply(), true);
        }
    }
}
