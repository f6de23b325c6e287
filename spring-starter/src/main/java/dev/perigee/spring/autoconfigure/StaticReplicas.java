package dev.perigee.spring.autoconfigure;

import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.MasterReplica;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails.Node;
import org.springframework.data.redis.connection.RedisPassword;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.RedisStaticMasterReplicaConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.RedisCredentialsProviderFactory;

/**
 * A fixed list of a master and its replicas. It needs a class of its own, for here alone a connection factory neither shows
 * its configuration nor gives its native client an address.
 */
final class StaticReplicas {

    private static final RedisCredentialsProviderFactory AS_CONFIGURED = new RedisCredentialsProviderFactory() {};

    private StaticReplicas() {}

    /** What Spring Boot makes the connection factory from: a bean, else {@code spring.data.redis.masterreplica}. */
    static @Nullable RedisStaticMasterReplicaConfiguration of(
            @Nullable RedisStaticMasterReplicaConfiguration bean, @Nullable DataRedisConnectionDetails details) {
        if (bean != null || details == null) {
            return bean;
        }
        MasterReplica replicas = details.getMasterReplica();
        return replicas == null ? null : configuration(replicas.getNodes(), details);
    }

    private static RedisStaticMasterReplicaConfiguration configuration(
            List<Node> nodes, DataRedisConnectionDetails details) {
        Node first = nodes.get(0);
        RedisStaticMasterReplicaConfiguration configuration =
                new RedisStaticMasterReplicaConfiguration(first.host(), first.port());
        nodes.stream().skip(1).forEach(node -> configuration.addNode(node.host(), node.port()));
        configuration.setUsername(details.getUsername());
        configuration.setPassword(RedisPassword.of(details.getPassword()));
        return configuration;
    }

    /** The addresses, with all that Lettuce takes from an address. */
    static List<RedisURI> uris(RedisStaticMasterReplicaConfiguration replicas, LettuceClientConfiguration client) {
        return replicas.getNodes().stream()
                .map(node -> uri(node, replicas, client))
                .toList();
    }

    private static RedisURI uri(
            RedisStandaloneConfiguration node,
            RedisStaticMasterReplicaConfiguration replicas,
            LettuceClientConfiguration client) {
        RedisURI uri = RedisURI.builder()
                .withHost(node.getHostName())
                .withPort(node.getPort())
                .withDatabase(replicas.getDatabase())
                .withSsl(client.isUseSsl())
                .withVerifyPeer(client.getVerifyMode())
                .withStartTls(client.isStartTls())
                .withTimeout(client.getCommandTimeout())
                .build();
        client.getClientName().ifPresent(uri::setClientName);
        RedisCredentialsProvider credentials = client.getRedisCredentialsProviderFactory()
                .orElse(AS_CONFIGURED)
                .createCredentialsProvider(replicas);
        if (credentials != null) {
            uri.setCredentialsProvider(credentials);
        }
        return uri;
    }
}
