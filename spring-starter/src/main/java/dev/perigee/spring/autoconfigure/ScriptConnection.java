package dev.perigee.spring.autoconfigure;

import dev.perigee.client.ScriptClient;
import dev.perigee.client.ScriptClientOptions;
import dev.perigee.error.ConnectionFailedException;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisStaticMasterReplicaConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * The Lettuce client of the scripts: configured as the application's connection factory is, by Spring Data Redis itself,
 * with the same client resources, so the same threads.
 *
 * <p>It is not the factory's own native client, since that ends whenever the context is stopped or paused, as the test
 * framework does between contexts, and is another one afterwards. Script beans must outlive that.
 */
final class ScriptConnection implements DisposableBean {

    private final RedisConfiguration configuration;
    private final LettuceConnectionFactory factory;

    private ScriptConnection(RedisConfiguration configuration, LettuceConnectionFactory factory) {
        this.configuration = configuration;
        this.factory = factory;
    }

    /**
     * A client like that of the application's factory.
     *
     * @param replicas the master and replicas that the factory is made for, if it is; it cannot be asked for these
     */
    static ScriptConnection like(
            LettuceConnectionFactory application, @Nullable RedisStaticMasterReplicaConfiguration replicas) {
        RedisConfiguration configuration = configuration(application, replicas);
        LettuceConnectionFactory own =
                new LettuceConnectionFactory(configuration, application.getClientConfiguration());
        own.afterPropertiesSet();
        return new ScriptConnection(configuration, own);
    }

    private static RedisConfiguration configuration(
            LettuceConnectionFactory application, @Nullable RedisStaticMasterReplicaConfiguration replicas) {
        if (application.getSentinelConfiguration() != null) {
            return application.getSentinelConfiguration();
        }
        if (application.getClusterConfiguration() != null) {
            return application.getClusterConfiguration();
        }
        if (application.getSocketConfiguration() != null) {
            return application.getSocketConfiguration();
        }
        return replicas != null ? replicas : application.getStandaloneConfiguration();
    }

    /** @throws RedisUnreachableException if the connection cannot be made */
    ScriptClient connect(ScriptClientOptions options) {
        try {
            return open(factory.getRequiredNativeClient(), options);
        } catch (ConnectionFailedException e) {
            throw new RedisUnreachableException(address(), e);
        }
    }

    private ScriptClient open(AbstractRedisClient client, ScriptClientOptions options) {
        if (client instanceof RedisClusterClient cluster) {
            return ScriptClient.connect(cluster, options);
        }
        RedisClient server = (RedisClient) client;
        return configuration instanceof RedisStaticMasterReplicaConfiguration replicas
                ? ScriptClient.connectReplicas(
                        server, StaticReplicas.uris(replicas, factory.getClientConfiguration()), options)
                : ScriptClient.connect(server, options);
    }

    /** Where Redis is, for people; without credentials. */
    String address() {
        String tls = factory.getClientConfiguration().isUseSsl() ? " (TLS)" : "";
        return RedisAddress.of(configuration) + tls;
    }

    @Override
    public void destroy() {
        factory.destroy();
    }
}
