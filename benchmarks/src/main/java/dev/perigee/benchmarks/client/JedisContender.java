package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Call;
import dev.perigee.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/** Jedis with a pool that has a connection for every caller, and its pipelines. It has no calls that do not wait. */
final class JedisContender implements Contender {

    private static final int POOL = 128;

    private final UnifiedJedis client;

    JedisContender(Deployment deployment) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(POOL);
        pool.setMaxIdle(POOL);
        Set<HostAndPort> servers = deployment.uris().stream()
                .map(uri -> new HostAndPort(uri.getHost(), uri.getPort()))
                .collect(Collectors.toSet());
        client = deployment.topology() == Topology.CLUSTER
                ? RedisClusterClient.builder().nodes(servers).poolConfig(pool).build()
                : RedisClient.builder()
                        .hostAndPort(servers.iterator().next())
                        .poolConfig(pool)
                        .build();
    }

    @Override
    public List<Contestant> contestants(Mode mode, Workload workload) {
        return switch (mode) {
            case SYNC ->
                List.of(new Contestant("Jedis", (Operation.Sync) number -> {
                    Call call = workload.call(number);
                    return client.evalsha(workload.sha1(), call.keys().length, call.keysAndArguments());
                }));
            case ASYNC -> List.of();
            case BATCH -> List.of(new Contestant("Jedis pipeline", batch(workload)));
        };
    }

    private Operation.Batch batch(Workload workload) {
        return (from, count) -> {
            List<Response<Object>> responses = new ArrayList<>(count);
            try (AbstractPipeline pipeline = client.pipelined()) {
                for (int i = 0; i < count; i++) {
                    Call call = workload.call(from + i);
                    responses.add(pipeline.evalsha(workload.sha1(), call.keys().length, call.keysAndArguments()));
                }
                pipeline.sync();
            }
            List<Object> replies = new ArrayList<>(count);
            for (Response<Object> response : responses) {
                replies.add(response.get());
            }
            return replies;
        };
    }

    @Override
    public void close() {
        client.close();
    }
}
