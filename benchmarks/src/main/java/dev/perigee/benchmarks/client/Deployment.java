package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Workload;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Servers of this machine that clients are measured against, and a connection of its own to prepare them. For one thread. */
public final class Deployment implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Topology topology;
    private final List<URI> uris;
    private final RedisClusterCommands<String, String> commands;
    private final RedisClusterAsyncCommands<String, String> async;
    private final List<AutoCloseable> resources;

    private Deployment(
            Topology topology,
            List<URI> uris,
            RedisClusterCommands<String, String> commands,
            RedisClusterAsyncCommands<String, String> async,
            List<AutoCloseable> resources) {
        this.topology = topology;
        this.uris = uris;
        this.commands = commands;
        this.async = async;
        this.resources = resources;
    }

    /** Starts the servers. */
    public static Deployment start(Topology topology) {
        return switch (topology) {
            case STANDALONE -> standalone();
            case CLUSTER -> cluster();
        };
    }

    private static Deployment standalone() {
        RedisServer server = RedisServer.start();
        RedisClient client = RedisClient.create(RedisURI.create(server.uri()));
        var connection = client.connect();
        return new Deployment(
                Topology.STANDALONE,
                List.of(server.uri()),
                connection.sync(),
                connection.async(),
                List.of(connection, client, server));
    }

    private static Deployment cluster() {
        RedisCluster servers = RedisCluster.start(3);
        RedisClusterClient client = RedisClusterClient.create(
                servers.uris().stream().map(RedisURI::create).toList());
        var connection = client.connect();
        return new Deployment(
                Topology.CLUSTER,
                servers.uris(),
                connection.sync(),
                connection.async(),
                List.of(connection, client, servers));
    }

    /** What kind of deployment this is. */
    public Topology topology() {
        return topology;
    }

    /** Where the servers listen. */
    public List<URI> uris() {
        return uris;
    }

    /** Name and version of the servers' program. */
    public String version() {
        return commands.info("server")
                .lines()
                .filter(line -> line.startsWith("redis_version:") || line.startsWith("valkey_version:"))
                .reduce((first, second) -> second)
                .map(line -> line.startsWith("valkey") ? "Valkey " + after(line) : "Redis " + after(line))
                .orElse("unknown");
    }

    /** How many microseconds the servers have run scripts for, as far as these nodes say. */
    public double serverMicros() {
        return commands.info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_eval"))
                .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".*usec=(\\d+).*", "$1")))
                .sum();
    }

    private static String after(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** Loads a workload's script on every server. */
    public void load(Workload workload) {
        String sha1 = commands.scriptLoad(workload.text());
        if (!sha1.equals(workload.sha1())) {
            throw new IllegalStateException(
                    workload + " is " + sha1 + " to the server, but should be " + workload.sha1());
        }
    }

    /** Deletes all data, and sets what a workload needs. Scripts stay. */
    public void reset(Workload workload) {
        commands.flushall();
        List<RedisFuture<?>> sets = new ArrayList<>();
        for (Map.Entry<String, String> entry : workload.seed().entrySet()) {
            sets.add(async.set(entry.getKey(), entry.getValue()));
        }
        if (!LettuceFutures.awaitAll(LIMIT, sets.toArray(RedisFuture[]::new))) {
            throw new IllegalStateException("the data was not set within " + LIMIT);
        }
    }

    @Override
    public void close() {
        resources.forEach(Closing::close);
    }
}
