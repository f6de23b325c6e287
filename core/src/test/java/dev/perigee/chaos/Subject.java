package dev.perigee.chaos;

import dev.perigee.RedisScript;
import dev.perigee.client.ScriptClient;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisHashCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import java.util.List;

/** The client under test, the servers that it calls, and what can be done to their connections. */
final class Subject implements AutoCloseable {

    /** Stands for the interface of an invoker. */
    @RedisScript("chaos")
    interface Chaos {}

    private final Sockets sockets;
    private final AbstractRedisClient redis;
    private final ScriptClient client;
    private final RedisHashCommands<String, String> hashes;
    private final List<RedisServer> servers;
    private final Duration timeLimit;

    private Subject(
            Sockets sockets,
            AbstractRedisClient redis,
            ScriptClient client,
            RedisHashCommands<String, String> hashes,
            List<RedisServer> servers,
            Duration timeLimit) {
        this.sockets = sockets;
        this.redis = redis;
        this.client = client;
        this.hashes = hashes;
        this.servers = servers;
        this.timeLimit = timeLimit;
    }

    static Subject of(RedisServer server, Duration timeLimit) {
        Sockets sockets = new Sockets();
        RedisClient redis = RedisClient.create(sockets.resources(), uri(server, timeLimit));
        return new Subject(
                sockets, redis, ScriptClient.connect(redis), redis.connect().sync(), List.of(server), timeLimit);
    }

    static Subject of(RedisCluster cluster, Duration timeLimit) {
        Sockets sockets = new Sockets();
        RedisClusterClient redis = RedisClusterClient.create(
                sockets.resources(),
                cluster.nodes().stream().map(node -> uri(node, timeLimit)).toList());
        return new Subject(
                sockets, redis, ScriptClient.connect(redis), redis.connect().sync(), cluster.nodes(), timeLimit);
    }

    private static RedisURI uri(RedisServer server, Duration timeLimit) {
        RedisURI uri = RedisURI.create(server.uri());
        uri.setTimeout(timeLimit);
        return uri;
    }

    ScriptCaller caller(Script script, Books books) {
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Chaos.class, script);
        return new ScriptCaller(scripts, script, books);
    }

    /** A caller of another client, to the first of the servers. */
    SpringDataCaller springData(Books books) {
        return new SpringDataCaller(uri(servers.get(0), timeLimit), sockets, books);
    }

    Audit audit(Books books) {
        return books.audit(hashes::hgetall);
    }

    /** Ends all connections of clients at the servers. */
    void killClients() {
        servers.forEach(server -> server.command("CLIENT", "KILL", "TYPE", "normal"));
    }

    /** Ends all connections here. */
    void cutSockets() {
        sockets.cut();
    }

    @Override
    public void close() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        sockets.shutdown();
    }
}
