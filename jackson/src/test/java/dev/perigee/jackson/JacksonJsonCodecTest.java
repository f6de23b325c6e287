package dev.perigee.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.invoke.JsonType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class JacksonJsonCodecTest {

    private static final JsonType<Order> ORDER = new JsonType<>() {};
    private static final JsonType<List<Order>> ORDERS = new JsonType<>() {};
    private static final JsonType<Map<String, Order>> ORDERS_BY_ID = new JsonType<>() {};
    private static final JsonType<Object> ANYTHING = new JsonType<>() {};

    private static final Order LAMP = new Order("moon-lamp", 2, new BigDecimal("19.90"), Optional.of("grün"));
    private static final Order STAR = new Order("star", 1, BigDecimal.ONE, Optional.empty());

    private final JacksonJsonCodec codec = new JacksonJsonCodec();

    record Order(String sku, int quantity, BigDecimal unitPrice, Optional<String> note) {}

    record Stamped(Instant at) {}

    @Test
    void writesARecordInUtf8() {
        assertThat(text(codec.encode(LAMP, ORDER.type()))).isEqualTo("""
                        {"sku":"moon-lamp","quantity":2,"unitPrice":19.90,"note":"grün"}""");
    }

    @Test
    void readsWhatItWrote() {
        assertReadBack(LAMP, ORDER);
        assertReadBack(STAR, ORDER);
        assertReadBack(List.of(LAMP, STAR), ORDERS);
        assertReadBack(List.of(), ORDERS);
        assertReadBack(Map.of("1", LAMP, "2", STAR), ORDERS_BY_ID);
        assertReadBack(new Stamped(Instant.parse("2026-01-02T03:04:05.678Z")), new JsonType<Stamped>() {});
        assertReadBack(new int[] {1, 2}, new JsonType<int[]>() {});
    }

    @Test
    void readsTheElementsOfAListIntoTheirType() {
        Object orders = codec.decode(bytes("[{\"sku\":\"star\",\"quantity\":1,\"unitPrice\":1}]"), ORDERS.type());
        assertThat(orders).isEqualTo(List.of(STAR));
    }

    @Test
    void usesTheMapperAsItIsConfigured() {
        JacksonJsonCodec snake = new JacksonJsonCodec(JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build());
        assertThat(text(snake.encode(STAR, ORDER.type()))).contains("\"unit_price\":1");
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> codec.decode(bytes("null"), ORDERS.type()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the JSON is null, and no java.util.List<" + Order.class.getTypeName() + ">");
    }

    @Test
    void refusesWhatIsNotOfTheTypeNamingThePlace() {
        assertThatThrownBy(() -> codec.decode(bytes("[{\"sku\":\"star\",\"quantity\":\"many\"}]"), ORDERS.type()))
                .isInstanceOf(JacksonException.class)
                .hasMessageContaining("quantity");
    }

    @Test
    void refusesWhatIsNoJsonAndMoreThanOneValue() {
        for (String json : new String[] {"", "{", "OK", "1 2"}) {
            assertThatThrownBy(() -> codec.decode(bytes(json), ANYTHING.type())).isInstanceOf(JacksonException.class);
        }
    }

    private <T> void assertReadBack(T value, JsonType<T> type) {
        assertThat(codec.decode(codec.encode(value, type.type()), type.type())).isEqualTo(value);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
