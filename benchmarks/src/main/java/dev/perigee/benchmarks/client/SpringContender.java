package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Call;
import dev.perigee.benchmarks.workload.Workload;
import java.util.List;
import java.util.Objects;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.connection.lettuce.LettuceConnection.PipeliningFlushPolicy;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettucePoolingClientConfiguration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.redis.core.SessionCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.serializer.StringRedisSerializer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Spring Data Redis over Lettuce: the templates of strings and {@code RedisScript}, on the shared connection. A pipeline takes a
 * connection of its own, which comes from a pool, and flushes when it ends. In it, {@code execute(RedisScript)} sends the
 * script's text every time; who knows that calls {@code evalSha} on the connection, so both are measured.
 */
final class SpringContender implements Contender {

    private static final int POOL = 128;

    private final LettuceConnectionFactory factory;
    private final StringRedisTemplate template;
    private final ReactiveStringRedisTemplate reactive;

    SpringContender(Deployment deployment) {
        GenericObjectPoolConfig<io.lettuce.core.api.StatefulConnection<?, ?>> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(POOL);
        pool.setMaxIdle(POOL);
        factory = new LettuceConnectionFactory(
                configuration(deployment),
                LettucePoolingClientConfiguration.builder().poolConfig(pool).build());
        factory.setPipeliningFlushPolicy(PipeliningFlushPolicy.flushOnClose());
        factory.afterPropertiesSet();
        factory.start();
        template = new StringRedisTemplate(factory);
        reactive = new ReactiveStringRedisTemplate(factory);
    }

    private static RedisConfiguration configuration(Deployment deployment) {
        if (deployment.topology() == Topology.CLUSTER) {
            RedisClusterConfiguration cluster = new RedisClusterConfiguration();
            deployment.uris().forEach(uri -> cluster.addClusterNode(new RedisNode(uri.getHost(), uri.getPort())));
            return cluster;
        }
        return new RedisStandaloneConfiguration(
                deployment.uris().get(0).getHost(), deployment.uris().get(0).getPort());
    }

    @Override
    public List<Contestant> contestants(Mode mode, Workload workload) {
        RedisScript<?> script = workload.returnsInteger()
                ? new DefaultRedisScript<>(workload.text(), Long.class)
                : new DefaultRedisScript<>(workload.text(), List.class);
        return switch (mode) {
            case SYNC -> List.of(new Contestant("Spring", sync(workload, script)));
            case ASYNC ->
                List.of(new Contestant("Spring reactive", (Operation.Async)
                        number -> call(workload, script, number).toFuture()));
            case BATCH ->
                List.of(
                        new Contestant("Spring pipelined", pipelined(workload, script)),
                        new Contestant("Spring pipelined, evalSha", pipelinedBySha1(workload)),
                        new Contestant("Spring reactive", flux(workload, script)));
        };
    }

    private Operation.Sync sync(Workload workload, RedisScript<?> script) {
        return number -> {
            Call call = workload.call(number);
            return Objects.requireNonNull(template.execute(script, call.keyList(), (Object[]) call.arguments()));
        };
    }

    private Mono<Object> call(Workload workload, RedisScript<?> script, int number) {
        Call call = workload.call(number);
        return reactive.execute(script, call.keyList(), call.argumentList())
                .next()
                .cast(Object.class);
    }

    private Operation.Batch flux(Workload workload, RedisScript<?> script) {
        return (from, count) -> Objects.requireNonNull(Flux.range(from, count)
                .flatMapSequential(number -> call(workload, script, number), count)
                .collectList()
                .block());
    }

    private Operation.Batch pipelined(Workload workload, RedisScript<?> script) {
        return (from, count) -> template.executePipelined(new SessionCallback<Object>() {
            @Override
            @SuppressWarnings({"unchecked", "NullAway"
            }) // The template is one of strings; a pipeline's callback returns null.
            public <K, V> Object execute(RedisOperations<K, V> operations) throws DataAccessException {
                RedisOperations<String, String> strings = (RedisOperations<String, String>) operations;
                for (int i = 0; i < count; i++) {
                    Call call = workload.call(from + i);
                    strings.execute(script, call.keyList(), (Object[]) call.arguments());
                }
                return null;
            }
        });
    }

    @SuppressWarnings("NullAway") // A pipeline's callback returns null.
    private Operation.Batch pipelinedBySha1(Workload workload) {
        ReturnType type = workload.returnsInteger() ? ReturnType.INTEGER : ReturnType.MULTI;
        return (from, count) -> template.executePipelined((RedisCallback<Object>) connection -> {
            for (int i = 0; i < count; i++) {
                Call call = workload.call(from + i);
                connection
                        .scriptingCommands()
                        .evalSha(workload.sha1(), type, call.keys().length, serialized(call.keysAndArguments()));
            }
            return null;
        });
    }

    private static byte[][] serialized(String[] strings) {
        byte[][] bytes = new byte[strings.length][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = StringRedisSerializer.UTF_8.serialize(strings[i]);
        }
        return bytes;
    }

    @Override
    public void close() {
        factory.destroy();
    }
}
