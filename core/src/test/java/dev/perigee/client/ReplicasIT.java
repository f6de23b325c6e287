package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perigee.client.FlashSale.Outcome;
import dev.perigee.client.FlashSale.Purchase;
import dev.perigee.error.ConnectionFailedException;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A master and a replica, reached through Lettuce's master/replica connection. */
class ReplicasIT {

    private static RedisServer master;
    private static RedisServer replica;
    private static RedisClient redis;

    @BeforeAll
    static void start() {
        master = RedisServer.start();
        replica = RedisServer.builder()
                .option("replicaof", master.host(), Integer.toString(master.port()))
                .start();
        await().until(() ->
                String.valueOf(master.command("INFO", "replication")).contains("state=online"));
        redis = RedisClient.create();
    }

    @AfterAll
    static void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        replica.close();
        master.close();
    }

    @Test
    void sendsScriptsToTheMasterAmongTheServersGiven() {
        try (ScriptClient client = ScriptClient.connectReplicas(redis, uri(replica), uri(master))) {
            assertBuys(client, "given");
        }
    }

    @Test
    void findsTheMasterFromTheReplica() {
        try (ScriptClient client = ScriptClient.connectReplicas(redis, uri(replica))) {
            assertBuys(client, "found");
        }
    }

    @Test
    void takesAListOfServers() {
        try (ScriptClient client = ScriptClient.connectReplicas(redis, List.of(uri(master), uri(replica)))) {
            assertThat(client.loadScripts()).isZero();
            assertBuys(client, "listed");
        }
    }

    @Test
    void saysThatNoServerWasGivenOrAnswers() {
        assertThatThrownBy(() -> ScriptClient.connectReplicas(redis)).isInstanceOf(IllegalArgumentException.class);
        RedisURI nowhere = RedisURI.create("redis://127.0.0.1:1");
        assertThatThrownBy(() -> ScriptClient.connectReplicas(redis, nowhere))
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("127.0.0.1:1");
    }

    private static void assertBuys(ScriptClient client, String sku) {
        master.command("SCRIPT", "FLUSH");
        master.command("SET", "sale:{" + sku + "}:stock", "2");
        assertThat(client.create(FlashSale.class).buy(sku, "u1", 1)).isEqualTo(new Purchase(Outcome.SOLD, 1));
        assertThat(master.command("GET", "sale:{" + sku + "}:stock")).isEqualTo("1");
    }

    private static RedisURI uri(RedisServer server) {
        return RedisURI.create(server.uri());
    }
}
