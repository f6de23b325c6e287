package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Bound;
import dev.perigee.benchmarks.workload.Workload;
import dev.perigee.client.ScriptClient;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.List;

/** Perigee: generated invokers of one {@code ScriptClient}, methods that wait, return a {@code CompletionStage}, or have {@code @Each}. */
final class PerigeeContender implements Contender {

    private final String name;
    private final AbstractRedisClient lettuce;
    private final ScriptClient client;

    PerigeeContender(Deployment deployment, PerigeeSettings settings) {
        name = settings.label();
        List<RedisURI> uris = deployment.uris().stream().map(RedisURI::create).toList();
        if (deployment.topology() == Topology.CLUSTER) {
            RedisClusterClient cluster = RedisClusterClient.create(uris);
            lettuce = cluster;
            client = ScriptClient.connect(cluster, settings.options());
        } else {
            RedisClient single = RedisClient.create(uris.get(0));
            lettuce = single;
            client = ScriptClient.connect(single, settings.options());
        }
    }

    @Override
    public List<Contestant> contestants(Mode mode, Workload workload) {
        Bound bound = workload.bind(client);
        return switch (mode) {
            case SYNC -> List.of(new Contestant(name, (Operation.Sync) bound::call));
            case ASYNC -> List.of(new Contestant(name, (Operation.Async) bound::send));
            case BATCH ->
                List.of(
                        new Contestant(name, (Operation.Batch) bound::each),
                        new Contestant(name + ", one by one", Operation.Batch.of(bound::send)));
        };
    }

    @Override
    public void close() {
        client.close();
        lettuce.shutdown();
    }
}
