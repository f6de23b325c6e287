package dev.perigee.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.ScriptClient;
import dev.perigee.error.ScriptArgumentException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Generated code does on a real server what its interface says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class GeneratedInvokerIT {

    private static final String SOURCE = """
            package shop;

            import dev.perigee.Arg;
            import dev.perigee.Key;
            import dev.perigee.RedisScript;
            import dev.perigee.Slots;
            import dev.perigee.SuppressScript;
            import java.time.Duration;
            import java.time.temporal.ChronoUnit;
            import java.util.List;
            import java.util.Optional;
            import java.util.UUID;
            import java.util.concurrent.CompletableFuture;

            @RedisScript("scripts")
            public interface Shop {

                List<String> arguments(
                        String text, byte[] bytes, byte b, short s, int i, long l, Integer boxed, float f, double d,
                        boolean yes, Boolean no, Level level, UUID id, @Arg(unit = ChronoUnit.SECONDS) Duration time);

                @Key("order:{#order.id}:#order.level")
                @Key("order:{#order.id}:#numbers")
                @RedisScript("keys.lua")
                List<String> keys(Order order, List<Long> numbers);

                @RedisScript(value = "keys.lua", slots = Slots.RUNTIME)
                List<String> whole(@Key String from, @Key String to);

                Tree nested();

                @RedisScript("nested.lua")
                CompletableFuture<Tree> nestedLater();

                @RedisScript("nested.lua")
                @SuppressScript(code = "PG708", reason = "the exception is looked at") long wrongType();

                void nothing();

                record Order(long id, Level level) {}

                record Tree(Level level, Optional<String> none, List<Leaf> leaves, boolean last) {}

                record Leaf(String name, Optional<Double> weight) {}

                enum Level { LOW, HIGH }
            }
            """;

    private static final Map<String, String> SCRIPTS = Map.of(
            "arguments.lua", "return ARGV",
            "keys.lua", "return KEYS",
            "nested.lua", "return {1, false, {{'a', '1.5'}, {'b'}}, 1}",
            "nothing.lua", "return {1, 2, 3}");

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

    @AfterAll
    void stop() {
        client.close();
        redis.shutdown(0, 0, java.util.concurrent.TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void sendsEveryArgumentInItsForm() {
        UUID id = UUID.randomUUID();
        assertThat(call(
                        "arguments",
                        "grün",
                        "bytes".getBytes(StandardCharsets.UTF_8),
                        (byte) -1,
                        (short) 2,
                        3,
                        Long.MIN_VALUE,
                        4,
                        0.1f,
                        5.0,
                        true,
                        false,
                        constant("Level", "HIGH"),
                        id,
                        Duration.ofMillis(1500)))
                .isEqualTo(List.of(
                        "grün",
                        "bytes",
                        "-1",
                        "2",
                        "3",
                        "-9223372036854775808",
                        "4",
                        "0.1",
                        "5",
                        "1",
                        "0",
                        "HIGH",
                        id.toString(),
                        "2"));
    }

    @Test
    void buildsKeysFromTemplates() {
        Object order = record("Order", 7L, constant("Level", "LOW"));
        assertThat(call("keys", order, List.of(1L, 2L)))
                .isEqualTo(List.of("order:{7}:LOW", "order:{7}:1", "order:{7}:2"));
    }

    @Test
    void comparesSlotsWhereTheCompilerCouldNot() {
        assertThat(call("whole", "{a}1", "{a}2")).isEqualTo(List.of("{a}1", "{a}2"));
        assertThatThrownBy(() -> call("whole", "{a}1", "{b}2"))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage(
                        "Shop.whole: KEYS[1] is in slot 15495 and KEYS[2] in slot 3300, but a script's keys must share"
                                + " one: give them a common {hash tag} (scripts/keys.lua)");
    }

    @Test
    void readsNestedRecords() {
        Object tree = record(
                "Tree",
                constant("Level", "HIGH"),
                Optional.empty(),
                List.of(record("Leaf", "a", Optional.of(1.5)), record("Leaf", "b", Optional.empty())),
                true);
        assertThat(call("nested")).isEqualTo(tree);
        assertThat(((CompletableFuture<?>) call("nestedLater")).join()).isEqualTo(tree);
        assertThat(call("nothing")).isNull();
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> call("wrongType"))
                .isInstanceOf(ScriptReplyException.class)
                .hasMessage("Shop.wrongType: expected an integer, got an array of 4 (scripts/nested.lua)");
        assertThatThrownBy(() -> call("keys", null, List.of()))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage("Shop.keys: order is null (scripts/keys.lua)");
    }

    private Object call(String name, @Nullable Object... arguments) {
        return compiled.call(shop, name, arguments);
    }

    private Class<?> nested(String name) {
        return Arrays.stream(compiled.type().getClasses())
                .filter(candidate -> candidate.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Object constant(String name, String constant) {
        return Arrays.stream(nested(name).getEnumConstants())
                .filter(value -> value.toString().equals(constant))
                .findFirst()
                .orElseThrow();
    }

    private Object record(String name, Object... components) {
        try {
            return nested(name).getConstructors()[0].newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
