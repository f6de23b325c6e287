package dev.perigee.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.ScriptClient;
import dev.perigee.error.ScriptArgumentException;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Generated invokers run the scripts of exactly-once methods once for each operation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class ExactlyOnceInvokerIT {

    private static final String SOURCE = """
            package shop;

            import dev.perigee.Each;
            import dev.perigee.ExactlyOnce;
            import dev.perigee.Key;
            import dev.perigee.OperationId;
            import dev.perigee.RedisScript;
            import java.util.List;
            import java.util.UUID;
            import reactor.core.publisher.Mono;

            @RedisScript("scripts")
            public interface Shop {

                @ExactlyOnce(remember = "PT24H")
                @Key("stock:{#sku}")
                long take(String sku, long quantity);

                @ExactlyOnce(remember = "PT24H")
                @Key("stock:{#sku}")
                @RedisScript("take.lua")
                long takeFor(String sku, long quantity, @OperationId String order);

                @ExactlyOnce(remember = "PT24H")
                @Key("stock:#sku")
                @RedisScript("take.lua")
                Mono<Long> takeLater(String sku, long quantity, @OperationId UUID order);

                @ExactlyOnce(remember = "PT24H")
                @Key("stock:{#sku}")
                @RedisScript("take.lua")
                Mono<Long> takeOnSubscription(String sku, long quantity);

                @ExactlyOnce(remember = "PT24H")
                @Key("stock:{#(orders.sku)}")
                @RedisScript("take-all.lua")
                List<Long> takeAll(@Each @OperationId("id") List<Order> orders);

                @ExactlyOnce(remember = "PT24H")
                @Key("stock:{#sku}")
                void refuse(String sku, @OperationId String order);

                record Order(String id, String sku) {}
            }
            """;

    private static final Map<String, String> SCRIPTS = Map.of(
            "take.lua",
            "return redis.call('INCRBY', KEYS[1], ARGV[1])",
            "take-all.lua",
            "return redis.call('INCRBY', KEYS[#KEYS], #KEYS + 1)",
            "refuse.lua",
            "redis.call('INCR', KEYS[1])\nerror({err = 'SOLDOUT nothing left'})");

    private final RedisServer server = RedisServer.start();
    private final RedisClient redis = RedisClient.create(server.uri().toString());
    private final ScriptClient client = ScriptClient.connect(redis);
    private CompiledInterface compiled;
    private Object shop;

    @BeforeAll
    void compile(@TempDir Path folder) {
        compiled = CompiledInterface.of(SOURCE, folder, SCRIPTS);
        shop = client.create(compiled.type());
    }

    @BeforeEach
    void clear() {
        server.command("FLUSHALL");
    }

    @AfterAll
    void stop() {
        client.close();
        redis.shutdown(0, 0, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void eachCallIsAnOperation() {
        assertThat(List.of(call("take", "a", 2L), call("take", "a", 2L))).containsExactly(2L, 4L);
    }

    @Test
    void callsWithTheSameIdAreOneOperation() {
        assertThat(List.of(call("takeFor", "a", 2L, "17"), call("takeFor", "a", 2L, "17")))
                .containsExactly(2L, 2L);
        assertThat(call("takeFor", "a", 2L, "18")).isEqualTo(4L);
        assertThat(call("takeFor", "b", 2L, "17")).isEqualTo(2L);
        assertThat((Long) server.command("PTTL", "perigee:once:{a}:scripts/take.lua:17"))
                .isBetween(80_000_000L, 86_400_000L);
    }

    @Test
    void aSubscriptionIsAnOperationUnlessTheIdIsGiven() {
        UUID order = UUID.randomUUID();
        Mono<?> given = (Mono<?>) call("takeLater", "a", 2L, order);
        assertThat(given.block()).isEqualTo(2L);
        assertThat(given.block()).isEqualTo(2L);
        assertThat(server.command("EXISTS", "perigee:once:{stock:a}:scripts/take.lua:" + order))
                .isEqualTo(1L);

        Mono<?> made = (Mono<?>) call("takeOnSubscription", "b", 2L);
        assertThat(made.block()).isEqualTo(2L);
        assertThat(made.block()).isEqualTo(4L);
    }

    @Test
    void eachElementIsAnOperation() {
        Object first = order("1", "a");
        Object second = order("2", "a");
        assertThat(call("takeAll", List.of(first, second, first))).isEqualTo(List.of(2L, 4L, 2L));
    }

    @Test
    void anErrorIsTheSameAgain() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> call("refuse", "a", "17"))
                    .isInstanceOfSatisfying(ScriptErrorException.class, error -> {
                        assertThat(error.code()).isEqualTo("SOLDOUT");
                        assertThat(error.serverMessage()).isEqualTo("nothing left");
                        assertThat(error.line()).isEqualTo(2);
                    });
        }
        assertThat(server.command("GET", "stock:{a}")).isEqualTo("1");
    }

    @Test
    void anIdThatTellsNothingIsRefused() {
        assertThatThrownBy(() -> call("takeFor", "a", 2L, ""))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage("Shop.takeFor: order is empty, but it is what tells this operation from others"
                        + " (scripts/take.lua)");
        assertThatThrownBy(() -> call("takeFor", "a", 2L, null)).hasMessageContaining("order is null");
        assertThatThrownBy(() -> call("take", "", 2L)).hasMessageContaining("sku is empty");
    }

    private Object call(String name, @Nullable Object... arguments) {
        return compiled.call(shop, name, arguments);
    }

    private Object order(String id, String sku) {
        try {
            return compiled.type()
                    .getClasses()[0]
                    .getConstructor(String.class, String.class)
                    .newInstance(id, sku);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("" + e, e);
        }
    }
}
