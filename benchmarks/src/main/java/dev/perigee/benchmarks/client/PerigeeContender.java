package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Bound;
import dev.perigee.benchmarks.workload.Workload;
import dev.perigee.client.ScriptClient;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.metrics.MicrometerCommandLatencyRecorder;
import io.lettuce.core.metrics.MicrometerOptions;
import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Perigee: generated invokers of one {@code ScriptClient}, methods that wait, return a {@code CompletionStage}, or have {@code @Each}. */
final class PerigeeContender implements Contender {

    private final PerigeeSettings settings;
    private final AbstractRedisClient lettuce;
    private final ScriptClient client;
    private final ClientResources resources;

    PerigeeContender(Deployment deployment, PerigeeSettings settings) {
        this.settings = settings;
        ClientResources.Builder building = ClientResources.builder();
        if (settings.observed()) {
            building.commandLatencyRecorder(
                    new MicrometerCommandLatencyRecorder(new SimpleMeterRegistry(), MicrometerOptions.create()));
        }
        resources = building.build();
        List<RedisURI> uris = deployment.uris().stream().map(RedisURI::create).toList();
        if (deployment.topology() == Topology.CLUSTER) {
            RedisClusterClient cluster = RedisClusterClient.create(resources, uris);
            lettuce = cluster;
            client = ScriptClient.connect(cluster, settings.options());
        } else {
            RedisClient single = RedisClient.create(resources, uris.get(0));
            lettuce = single;
            client = ScriptClient.connect(single, settings.options());
        }
    }

    @Override
    public List<Contestant> contestants(Mode mode, Workload workload) {
        if (!settings.modes().contains(mode)) {
            return List.of();
        }
        String name = settings.label();
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
        resources.shutdown(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
