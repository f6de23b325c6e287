package dev.perigee.examples.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perigee.client.ScriptClient;
import dev.perigee.examples.sale.FlashSale.Outcome;
import dev.perigee.examples.sale.FlashSale.Purchase;
import dev.perigee.servers.RedisCluster;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The generated invoker on a cluster of three masters: every node runs the script with its two keys in one slot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlashSaleClusterIT {

    private final RedisCluster cluster = RedisCluster.start(3);
    private final RedisClusterClient redis =
            RedisClusterClient.create(cluster.uris().get(0).toString());
    private final ScriptClient client = ScriptClient.connect(redis);
    private final FlashSale sale = client.create(FlashSale.class);

    /** An item for each node, whose keys lie there. */
    private final Map<RedisServer, String> items = new LinkedHashMap<>();

    @BeforeAll
    void findAnItemForEveryNode() {
        for (int i = 0; items.size() < cluster.masters().size(); i++) {
            items.putIfAbsent(cluster.nodeOfSlot(SlotHash.getSlot("{lamp-" + i + "}")), "lamp-" + i);
        }
    }

    @AfterAll
    void stop() {
        client.close();
        redis.shutdown(0, 0, TimeUnit.SECONDS);
        cluster.close();
    }

    @Test
    void sellsOnEveryNode() {
        items.forEach((node, item) -> {
            sale.open(item, 1);
            assertThat(sale.buy(item, "a", 1)).isEqualTo(new Purchase(Outcome.SOLD, 0));
            assertThat(node.command("EXISTS", "sale:{" + item + "}:stock", "sale:{" + item + "}:buyers"))
                    .isEqualTo(2L);
        });
    }

    @Test
    void sellsOnEveryNodeAfterAllForgotTheirScripts() {
        items.values().forEach(item -> sale.open(item, 1));
        cluster.masters().forEach(node -> node.command("SCRIPT", "FLUSH"));
        items.values().forEach(item -> assertThat(sale.buy(item, "a", 1)).isEqualTo(new Purchase(Outcome.SOLD, 0)));
    }

    @Test
    void sellsAgainAfterTheRestartOfANode() {
        items.values().forEach(item -> sale.open(item, 1));
        RedisServer restarted = cluster.masters().get(1);
        String item = Objects.requireNonNull(items.get(restarted));
        restarted.restart();
        cluster.awaitStable();
        // The connection is made anew in the background, and only then does the node, which is empty now, answer.
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> sale.open(item, 1));
        items.values().forEach(other -> assertThat(sale.buy(other, "a", 1)).isEqualTo(new Purchase(Outcome.SOLD, 0)));
    }
}
