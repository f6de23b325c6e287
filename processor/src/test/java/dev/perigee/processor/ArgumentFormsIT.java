package dev.perigee.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.ScriptClient;
import dev.perigee.client.ScriptClientOptions;
import dev.perigee.codec.JsonCodec;
import dev.perigee.error.InvokerException;
import dev.perigee.error.ScriptArgumentException;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What generated code makes of arguments, as a script on a real server sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class ArgumentFormsIT {

    private static final String SOURCE = """
            package shop;

            import dev.perigee.*;
            import dev.perigee.codec.ArgEncoder;
            import java.math.*;
            import java.net.URI;
            import java.nio.charset.StandardCharsets;
            import java.time.*;
            import java.time.temporal.ChronoUnit;
            import java.util.*;

            @RedisScript("scripts")
            public interface Shop {

                @RedisScript("echo.lua")
                List<String> scalars(
                        char c, Character boxed, CharSequence text, BigDecimal price, BigInteger serial, byte[] bytes,
                        @Arg(unit = ChronoUnit.MILLIS) Instant at);

                default List<String> scalarsEchoed() {
                    return scalars('ä', '"', new StringBuilder("text"), new BigDecimal("1e3"), BigInteger.TWO.pow(70),
                            new byte[] {104, 105}, Instant.ofEpochSecond(1, 500_000));
                }

                @RedisScript("echo.lua")
                List<String> absent(
                        Optional<String> text, @Arg(absent = "none") Optional<Level> level, OptionalInt i,
                        @Arg(absent = "0") OptionalLong l, OptionalDouble d, @Nullable String nullable,
                        @Arg(absent = "-1", unit = ChronoUnit.SECONDS) @Nullable Duration time);

                default List<String> present() {
                    return absent(Optional.of("t"), Optional.of(Level.HIGH), OptionalInt.of(1), OptionalLong.of(2),
                            OptionalDouble.of(0.5), "n", Duration.ofMinutes(1));
                }

                default List<String> allAbsent() {
                    return absent(Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalLong.empty(),
                            OptionalDouble.empty(), null, null);
                }

                @RedisScript("echo.lua")
                List<String> lists(
                        @Arg(count = true) List<Level> levels, @Arg(count = true) Set<Coded> codes,
                        @Arg(count = true) int[] ints, @Arg(count = true) long[] longs,
                        @Arg(count = true) double[] doubles, @Arg(count = true) Integer[] boxed,
                        @Arg(unit = ChronoUnit.SECONDS) Collection<? extends Duration> times, String last);

                default List<String> listsEchoed() {
                    return lists(List.of(Level.LOW, Level.HIGH), Set.of(Coded.TWO), new int[] {1, 2}, new long[] {},
                            new double[] {0.5}, new Integer[] {7}, List.of(Duration.ofMillis(1), Duration.ofDays(1)),
                            "last");
                }

                @RedisScript("echo.lua")
                List<String> maps(@Arg(count = true) Map<String, Line> lines, Map<Level, Integer> numbers);

                default List<String> mapsEchoed() {
                    return maps(Map.of("a", new Line("sku", 2, Coded.ONE)), new TreeMap<>(Map.of(Level.LOW, 1, Level.HIGH, 2)));
                }

                @RedisScript("echo.lua")
                List<String> records(Order order, List<Line> more);

                default List<String> recordsEchoed() {
                    return records(
                            new Order("o1", new Pair<>(3L, "c"), List.of(new Line("a", 1, Coded.ONE), new Line("b", 2, Coded.TWO))),
                            List.of(new Line("c", 3, Coded.ONE)));
                }

                default List<String> nullInList() {
                    return records(new Order("o1", new Pair<>(3L, "c"), List.of()),
                            Arrays.asList(new Line("a", 1, Coded.ONE), new Line(null, 2, Coded.TWO)));
                }

                default List<String> nullRecord() {
                    return records(new Order("o1", null, List.of()), List.of());
                }

                record Order(String id, Pair<Long, String> customer, @Arg(count = true) List<Line> lines) {}

                record Line(String sku, int quantity, Coded code) {}

                record Pair<A, B>(A first, B second) {}

                enum Level { LOW, HIGH }

                enum Coded { @Code("1") ONE, @Code("two") TWO }

                @interface Nullable {}
            }
            """;

    private static final String CODECS = """
            package shop;

            import dev.perigee.*;
            import dev.perigee.codec.ArgEncoder;
            import java.net.URI;
            import java.nio.charset.StandardCharsets;
            import java.time.LocalDate;
            import java.util.List;

            @RedisScript("scripts")
            @Codec
            public interface Shop {

                @RedisScript("echo.lua")
                List<String> codecs(@Codec(Cents.class) long price, @Codec(Day.class) List<LocalDate> days, URI link);

                default List<String> codecsEchoed() {
                    return codecs(1999, List.of(LocalDate.EPOCH), URI.create("a:b"));
                }

                @RedisScript("echo.lua")
                List<String> json(@Json List<String> texts, List<@Json Integer> numbers);

                default List<String> jsonEchoed() {
                    return json(List.of("a"), List.of(1, 2));
                }

                final class Cents implements ArgEncoder<Long> {
                    public byte[] encode(Long value) {
                        return (value / 100 + "." + value % 100).getBytes(StandardCharsets.UTF_8);
                    }
                }

                final class Day implements ArgEncoder<LocalDate> {
                    public byte[] encode(LocalDate value) {
                        return value.toString().getBytes(StandardCharsets.UTF_8);
                    }
                }
            }
            """;

    private static final Map<String, String> SCRIPTS = Map.of("echo.lua", "return ARGV");

    private final RedisServer server = RedisServer.start();
    private final RedisClient redis = RedisClient.create(server.uri().toString());
    private final ScriptClient client = ScriptClient.connect(redis);
    private CompiledInterface compiled;
    private CompiledInterface withCodecs;
    private Object shop;

    @BeforeAll
    void compile(@TempDir Path folder) {
        compiled = CompiledInterface.of(SOURCE, folder.resolve("plain"), SCRIPTS);
        withCodecs = CompiledInterface.of(CODECS, folder.resolve("codecs"), SCRIPTS);
        shop = client.create(compiled.type());
    }

    @AfterAll
    void stop() {
        client.close();
        redis.shutdown(0, 0, TimeUnit.SECONDS);
        server.close();
    }

    @Test
    void sendsScalars() {
        assertThat(call("scalarsEchoed"))
                .isEqualTo(List.of("ä", "\"", "text", "1000", "1180591620717411303424", "hi", "1001"));
    }

    @Test
    void sendsWhatIsPresentAndWhatStandsForNone() {
        assertThat(call("present")).isEqualTo(List.of("t", "HIGH", "1", "2", "0.5", "n", "60"));
        assertThat(call("allAbsent")).isEqualTo(List.of("", "none", "", "0", "", "", "-1"));
    }

    @Test
    void sendsElementsInOrderBehindTheirNumber() {
        assertThat(call("listsEchoed"))
                .isEqualTo(List.of(
                        "2", "LOW", "HIGH", "1", "two", "2", "1", "2", "0", "1", "0.5", "1", "7", "1", "86400",
                        "last"));
    }

    @Test
    void sendsKeysBeforeTheirValues() {
        assertThat(call("mapsEchoed")).isEqualTo(List.of("1", "a", "sku", "2", "1", "LOW", "1", "HIGH", "2"));
    }

    @Test
    void sendsComponentsInOrder() {
        assertThat(call("recordsEchoed"))
                .isEqualTo(List.of("o1", "3", "c", "2", "a", "1", "1", "b", "2", "two", "c", "3", "1"));
    }

    @Test
    void namesWhatIsNull() {
        assertThatThrownBy(() -> call("nullInList"))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage("Shop.records: more[2].sku is null (scripts/echo.lua)");
        assertThatThrownBy(() -> call("nullRecord"))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage("Shop.records: order.customer is null (scripts/echo.lua)");
    }

    @Test
    void encodesByCodecs() {
        ScriptClientOptions options = ScriptClientOptions.defaults()
                .withEncoder(URI.class, uri -> uri.toString().getBytes(StandardCharsets.UTF_8))
                .withJson(new ToStringJson());
        try (ScriptClient registered = ScriptClient.connect(redis, options)) {
            Object invoker = registered.create(withCodecs.type());
            assertThat(withCodecs.call(invoker, "codecsEchoed")).isEqualTo(List.of("19.99", "1970-01-01", "a:b"));
            assertThat(withCodecs.call(invoker, "jsonEchoed"))
                    .isEqualTo(List.of(
                            "java.util.List<java.lang.String> [a]",
                            "class java.lang.Integer 1",
                            "class java.lang.Integer 2"));
        }
    }

    @Test
    void needsTheCodecsOfTheClient() {
        assertThatThrownBy(() -> client.create(withCodecs.type()))
                .isInstanceOf(InvokerException.class)
                .hasMessageContaining("java.net.URI");
    }

    private Object call(String name) {
        return compiled.call(shop, name);
    }

    /** Shows that the declared type gets through. */
    private static final class ToStringJson implements JsonCodec {

        @Override
        public byte[] encode(Object value, Type type) {
            return (type + " " + value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] json, Type type) {
            throw new UnsupportedOperationException();
        }
    }
}
