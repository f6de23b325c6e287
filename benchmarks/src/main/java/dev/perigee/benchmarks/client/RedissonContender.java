package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Call;
import dev.perigee.benchmarks.workload.Workload;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.redisson.Redisson;
import org.redisson.api.RBatch;
import org.redisson.api.RScript;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;

/** Redisson with its own settings and strings: {@code RScript}, and {@code RBatch} for many calls. */
final class RedissonContender implements Contender {

    private final RedissonClient client;

    RedissonContender(Deployment deployment) {
        Config config = new Config();
        if (deployment.topology() == Topology.CLUSTER) {
            deployment.uris().forEach(uri -> config.useClusterServers().addNodeAddress(uri.toString()));
        } else {
            config.useSingleServer().setAddress(deployment.uris().get(0).toString());
        }
        client = Redisson.create(config);
    }

    @Override
    public List<Contestant> contestants(Mode mode, Workload workload) {
        RScript script = client.getScript(StringCodec.INSTANCE);
        return switch (mode) {
            case SYNC ->
                List.of(new Contestant("Redisson", (Operation.Sync) number -> {
                    Call call = workload.call(number);
                    return script.evalSha(
                            RScript.Mode.READ_WRITE, workload.sha1(), type(workload), call.objectKeyList(), (Object[])
                                    call.arguments());
                }));
            case ASYNC ->
                List.of(new Contestant("Redisson", (Operation.Async) number -> send(script, workload, number)));
            case BATCH -> List.of(new Contestant("Redisson RBatch", batch(workload)));
        };
    }

    private Operation.Batch batch(Workload workload) {
        return (from, count) -> {
            RBatch batch = client.createBatch();
            RScriptAsync script = batch.getScript(StringCodec.INSTANCE);
            for (int i = 0; i < count; i++) {
                // The batch has the replies; a future that the caller would keep costs it more.
                CompletableFuture<Object> unused = send(script, workload, from + i);
            }
            return batch.execute().getResponses();
        };
    }

    private static CompletableFuture<Object> send(RScriptAsync script, Workload workload, int number) {
        Call call = workload.call(number);
        return script.<Object>evalShaAsync(
                        RScript.Mode.READ_WRITE, workload.sha1(), type(workload), call.objectKeyList(), (Object[])
                                call.arguments())
                .toCompletableFuture();
    }

    private static ReturnType type(Workload workload) {
        return workload.returnsInteger() ? ReturnType.LONG : ReturnType.LIST;
    }

    @Override
    public void close() {
        client.shutdown();
    }
}
