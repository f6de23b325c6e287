package dev.perigee.spring.autoconfigure;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.data.redis.connection.NamedNode;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration.ClusterConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration.DomainSocketConfiguration;
import org.springframework.data.redis.connection.RedisConfiguration.SentinelConfiguration;
import org.springframework.data.redis.connection.RedisNode;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.RedisStaticMasterReplicaConfiguration;

/** Tells in words where a configuration leads. */
final class RedisAddress {

    private RedisAddress() {}

    static String of(RedisConfiguration configuration) {
        if (configuration instanceof SentinelConfiguration sentinel) {
            NamedNode master = sentinel.getMaster();
            return (master == null ? "a master" : "master '" + master.getName() + "'") + " of the Sentinels "
                    + nodes(sentinel.getSentinels())
                    + database(sentinel.getDatabase());
        }
        if (configuration instanceof ClusterConfiguration cluster) {
            return "the cluster of " + nodes(cluster.getClusterNodes());
        }
        if (configuration instanceof DomainSocketConfiguration socket) {
            return "the socket " + socket.getSocket() + database(socket.getDatabase());
        }
        if (configuration instanceof RedisStaticMasterReplicaConfiguration replicas) {
            return "the master among "
                    + replicas.getNodes().stream()
                            .map(RedisAddress::hostAndPort)
                            .collect(Collectors.joining(", "))
                    + database(replicas.getDatabase());
        }
        RedisStandaloneConfiguration server = (RedisStandaloneConfiguration) configuration;
        return hostAndPort(server) + database(server.getDatabase());
    }

    private static String hostAndPort(RedisStandaloneConfiguration server) {
        return server.getHostName() + ":" + server.getPort();
    }

    private static String nodes(Collection<RedisNode> nodes) {
        return nodes.stream().map(RedisNode::asString).collect(Collectors.joining(", "));
    }

    private static String database(int index) {
        return index == 0 ? "" : ", database " + index;
    }
}
