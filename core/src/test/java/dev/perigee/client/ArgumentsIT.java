package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.codec.ArgEncoder;
import dev.perigee.codec.JsonCodec;
import dev.perigee.error.InvokerException;
import dev.perigee.error.ScriptArgumentException;
import dev.perigee.invoke.ArgumentBuffer;
import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.Codecs;
import dev.perigee.invoke.JsonType;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every form of argument, as a real server gets it. */
class ArgumentsIT {

    private static final Script ECHO = LuaCall.script("return ARGV");
    private static final Script SUM = LuaCall.script("local sum = 0 for _, n in ipairs(ARGV) do sum = sum + n end"
            + " return {tostring(#ARGV), string.format('%.0f', sum)}");
    private static final Script NUMBERS = LuaCall.script("local read = {} for i, n in ipairs(ARGV) do"
            + " read[i] = string.format('%.17g', tonumber(n)) end return read");

    private static RedisServer server;
    private static RedisClient redis;
    private static ScriptClient client;
    private static ScriptDispatch scripts;

    private enum Json implements JsonCodec {
        INSTANCE;

        @Override
        public byte[] encode(Object value, Type type) {
            return ("\"" + value + "\"").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] json, Type type) {
            return new String(json, StandardCharsets.UTF_8);
        }
    }

    /** Sends what was added to a buffer. */
    private static final class BufferCall extends ScriptCall<List<String>> {

        private final Script script;

        @Override
        public Script script() {
            return script;
        }

        private final ArgumentBuffer values;

        BufferCall(Script script, Codecs codecs, Consumer<ArgumentBuffer> adder) {
            this.script = script;
            this.values = buffer(codecs);
            adder.accept(values);
        }

        @Override
        public int keyCount() {
            return 0;
        }

        @Override
        public int argumentCount() {
            return values.count();
        }

        @Override
        public void writeArguments(ArgumentWriter argv) {
            argv.add(values);
        }

        @Override
        public List<String> readReply(ReplyReader reply) {
            return reply.asList(ReplyReader::asString);
        }
    }

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
        client = ScriptClient.connect(
                redis,
                ScriptClientOptions.defaults()
                        .withEncoder(URI.class, ArgEncoder.text(URI::toString))
                        .withJson(Json.INSTANCE));
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, ECHO, SUM, NUMBERS);
    }

    @AfterAll
    static void stop() {
        client.close();
        redis.shutdown();
        server.close();
    }

    @Test
    void echoesScalars() {
        assertThat(echo(argv -> argv.add("grün")
                        .add(new byte[] {'r', 'a', 'w'})
                        .add('c')
                        .add(Long.MIN_VALUE)
                        .add(0.1)
                        .add(0.1f)
                        .add(true)
                        .add(TimeUnit.DAYS)
                        .add(UUID.fromString("123e4567-e89b-12d3-a456-426614174000"))
                        .add(new BigDecimal("19.90"))
                        .add(BigInteger.TEN.pow(30))
                        .add(Duration.ofMillis(1500), ChronoUnit.SECONDS)
                        .add(Instant.ofEpochSecond(7), ChronoUnit.MILLIS)))
                .containsExactly(
                        "grün",
                        "raw",
                        "c",
                        "-9223372036854775808",
                        "0.1",
                        "0.1",
                        "1",
                        "DAYS",
                        "123e4567-e89b-12d3-a456-426614174000",
                        "19.90",
                        "1000000000000000000000000000000",
                        "2",
                        "7000");
    }

    @Test
    void echoesWhatIsEncoded() {
        assertThat(echo(argv -> argv.add(199L, cents -> new byte[] {'1', '.', '9', '9'})
                        .addRegistered(URI.create("redis://r1"), URI.class)
                        .addJson("moon", new JsonType<String>() {})))
                .containsExactly("1.99", "redis://r1", "\"moon\"");
    }

    @Test
    void echoesWhatIsThereOrNot() {
        assertThat(echo(argv -> argv.addOptional(Optional.of("a"), "-", ArgumentBuffer::add)
                        .addOptional(Optional.<String>empty(), "", ArgumentBuffer::add)
                        .addNullable((String) null, "-", ArgumentBuffer::add)))
                .containsExactly("a", "", "-");
    }

    @Test
    void echoesListsAndMaps() {
        Map<String, Integer> stock = new LinkedHashMap<>();
        stock.put("moon", 1);
        stock.put("star", 2);
        assertThat(echo(argv -> argv.addAll(List.of("b", "a"), true, ArgumentBuffer::add)
                        .addEntries(stock, true, ArgumentBuffer::add, ArgumentBuffer::add)
                        .addAll(new double[] {0.5, -2}, false)))
                .containsExactly("2", "b", "a", "2", "moon", "1", "star", "2", "0.5", "-2");
    }

    @Test
    void sendsNothingForAnEmptyList() {
        assertThat(echo(argv -> argv.addAll(List.<String>of(), false, ArgumentBuffer::add)))
                .isEmpty();
    }

    @Test
    void sendsAHundredThousandElements() {
        List<Integer> numbers = IntStream.rangeClosed(1, 100_000).boxed().toList();
        assertThat(call(SUM, argv -> argv.addAll(numbers, false, ArgumentBuffer::add)))
                .containsExactly("100000", "5000050000");
        Map<Integer, Integer> entries = new LinkedHashMap<>();
        numbers.forEach(number -> entries.put(number, -number));
        assertThat(call(SUM, argv -> argv.addEntries(entries, false, ArgumentBuffer::add, ArgumentBuffer::add)))
                .containsExactly("200000", "0");
    }

    @Test
    void luaReadsEveryFormOfDecimal() {
        List<String> values =
                List.of("1.50", "1E+3", "1E+20", "1E+21", "-12E+200", "1E-20", "1E-22", "0.1", "1E+400", "1E-400");
        List<String> read =
                call(NUMBERS, argv -> argv.addAll(values, false, (buffer, value) -> buffer.add(new BigDecimal(value))));
        assertThat(read.subList(0, 8))
                .extracting(Double::parseDouble)
                .isEqualTo(values.subList(0, 8).stream().map(Double::valueOf).toList());
        assertThat(read.subList(8, 10)).containsExactly("inf", "0");
    }

    @Test
    void commandsReadDecimalsWithAnExponent() {
        Script add = LuaCall.script("redis.call('SET', KEYS[1], 0) return redis.call('INCRBYFLOAT', KEYS[1], ARGV[1])");
        assertThat(client.bind(ScriptDispatch.ABI, Probe.class, add)
                        .call(LuaCall.of(add, ReplyReader::asString)
                                .keys("sum")
                                .arguments(1, argv -> argv.add(new BigDecimal("1E+21")))))
                .isEqualTo("1000000000000000000000");
    }

    @Test
    void nothingIsSentOfACallThatIsRefused() {
        String calls = calls();
        assertThatThrownBy(() ->
                        echo(argv -> argv.name("skus").addAll(Arrays.asList("a", null), true, ArgumentBuffer::add)))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessageContaining("skus[2] is null");
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void anInvokerRequiresWhatItsClientMustHave() {
        scripts.requireJson();
        scripts.requireEncoder(URI.class);
        assertThatThrownBy(() -> scripts.requireDecoder(URI.class))
                .isInstanceOfSatisfying(
                        InvokerException.class,
                        e -> assertThat(e.reason()).isEqualTo(InvokerException.Reason.MISSING_CODEC))
                .hasMessageStartingWith(Probe.class.getName() + " returns java.net.URI, but its ScriptClient has no");
    }

    private static List<String> echo(Consumer<ArgumentBuffer> adder) {
        return call(ECHO, adder);
    }

    private static List<String> call(Script script, Consumer<ArgumentBuffer> adder) {
        return scripts.call(new BufferCall(script, scripts.codecs(), adder));
    }

    private static String calls() {
        try (StatefulRedisConnection<String, String> connection = redis.connect()) {
            return connection
                    .sync()
                    .info("commandstats")
                    .lines()
                    .filter(line -> line.contains("evalsha"))
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList()
                    .toString();
        }
    }
}
