package dev.perigee.servers;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Joins empty servers, masters first, into a cluster: each master an even share of the slots, replicas dealt out in turn.
 *
 * <p>The steps are those of the Redis documentation, "Redis cluster specification". Every node meets every other, rather
 * than wait for gossip to spread, and every master gets its own configuration epoch, so that none has to be resolved.
 */
final class ClusterFormation {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<RedisServer> servers;
    private final List<RedisServer> masters;

    ClusterFormation(List<RedisServer> servers, int masters) {
        this.servers = servers;
        this.masters = servers.subList(0, masters);
    }

    void join() {
        for (int i = 0; i < servers.size(); i++) {
            servers.get(i).command("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
        }
        for (int i = 0; i < masters.size(); i++) {
            addSlots(masters.get(i), SlotRange.share(i, masters.size()));
        }
        for (RedisServer server : servers) {
            servers.stream().filter(other -> other != server).forEach(other -> meet(server, other));
        }
        await("its nodes did not all meet", () -> ClusterView.of(servers).allKnowEachOther());
        for (int i = masters.size(); i < servers.size(); i++) {
            RedisServer master = masters.get((i - masters.size()) % masters.size());
            servers.get(i).command("CLUSTER", "REPLICATE", String.valueOf(master.command("CLUSTER", "MYID")));
        }
        await("it did not get ready", () -> ClusterView.of(servers).isStable());
    }

    private void await(String failure, BooleanSupplier condition) {
        if (!Waiting.until(condition, LIMIT)) {
            throw new ServerStartException("the cluster did not start within " + LIMIT.toSeconds() + " s: " + failure
                    + "; its nodes see\n" + ClusterView.of(servers));
        }
    }

    private static void meet(RedisServer server, RedisServer other) {
        server.command("CLUSTER", "MEET", other.host(), Integer.toString(other.port()));
    }

    private static void addSlots(RedisServer master, SlotRange range) {
        try {
            master.command("CLUSTER", "ADDSLOTSRANGE", Integer.toString(range.first()), Integer.toString(range.last()));
        } catch (ServerErrorException beforeRedis7) {
            if (!String.valueOf(beforeRedis7.getMessage()).contains("nknown subcommand")) {
                throw beforeRedis7;
            }
            Stream<String> slots =
                    IntStream.rangeClosed(range.first(), range.last()).mapToObj(Integer::toString);
            master.command(
                    Stream.concat(Stream.of("CLUSTER", "ADDSLOTS"), slots).toArray(String[]::new));
        }
    }
}
