package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.Alternatives;
import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.ProtocolVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of argument and reply, over both protocols, against a real server. */
@ParameterizedClass
@EnumSource(
        value = ProtocolVersion.class,
        names = {"RESP2", "RESP3"})
class RepliesIT {

    private static final BigInteger LARGE = BigInteger.TEN.pow(40);

    /** What servers before Redis 7.2 write for 0.1 where there are no doubles. */
    private static final BigDecimal RAW_TENTH = new BigDecimal("0.10000000000000001");

    private static RedisServer server;

    private final ProtocolVersion protocol;

    private RedisClient redis;
    private ScriptClient client;

    RepliesIT(ProtocolVersion protocol) {
        this.protocol = protocol;
    }

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() {
        redis = RedisClient.create(RedisURI.create(server.uri()));
        redis.setOptions(ClientOptions.builder().protocolVersion(protocol).build());
        client = ScriptClient.connect(redis);
    }

    @AfterEach
    void disconnect() {
        client.close();
        redis.shutdown();
    }

    @Test
    void readsScalars() {
        assertThat(run("return 42", ReplyReader::asLong)).isEqualTo(42);
        assertThat(run("return -3.99", ReplyReader::asInt)).isEqualTo(-3);
        assertThat(run("return 'moon'", ReplyReader::asString)).isEqualTo("moon");
        assertThat(run("return '🌙'", ReplyReader::asString)).isEqualTo("🌙");
        assertThat(run("return '\\0\\255'", ReplyReader::asBytes)).containsExactly(0, -1);
        assertThat(run("return '0.25'", ReplyReader::asDouble)).isEqualTo(0.25);
        assertThat(run("return {double=3.25}", ReplyReader::asDouble)).isEqualTo(3.25);
        assertThat(run("return {ok='FINE'}", ReplyReader::asString)).isEqualTo("FINE");
        assertThat(run("return {ok='QUEUED'}", ReplyReader::asString)).isEqualTo("QUEUED");
        assertThat(run("return {big_number='12345678901234567890'}", ReplyReader::asString))
                .isEqualTo("12345678901234567890");
    }

    @Test
    void readsTruth() {
        assertThat(run("return true", ReplyReader::asBoolean)).isTrue();
        assertThat(run("return false", ReplyReader::asBoolean)).isFalse();
        assertThat(run("return redis.call('SET', 'a', '1')", ReplyReader::asBoolean))
                .isTrue();
        assertThat(run("return redis.call('SET', 'a', '1', 'NX')", ReplyReader::asBoolean))
                .isFalse();
        assertThat(run("redis.setresp(3) return true", ReplyReader::asBoolean)).isTrue();
        assertThat(run("redis.setresp(3) return false", ReplyReader::asBoolean)).isFalse();
    }

    @Test
    void readsNil() {
        assertThat(run("return nil", RepliesIT::optional)).isEmpty();
        assertThat(run("redis.setresp(3) return redis.call('GET', 'none')", RepliesIT::optional))
                .isEmpty();
    }

    @Test
    void readsArraysMapsAndSets() {
        assertThat(run("return {}", RepliesIT::longs)).isEmpty();
        assertThat(run("return {{1, 2}, {}, {3}}", RepliesIT::nested)).hasToString("[[1, 2], [], [3]]");
        assertThat(run("return {map={a='b'}}", RepliesIT::strings)).containsExactly("a", "b");
        assertThat(run("return {set={a=true}}", RepliesIT::strings)).containsExactly("a");
        assertThat(run("return {1, false, 3}", RepliesIT::longsOrMinusOne)).containsExactly(1L, -1L, 3L);
    }

    @Test
    void readsNumbersOfEveryType() {
        assertThat(run("return '12.50'", ReplyReader::asBigDecimal)).isEqualTo("12.50");
        assertThat(run("return {double=0.1}", ReplyReader::asBigDecimal)).isIn(new BigDecimal("0.1"), RAW_TENTH);
        assertThat(run("return {double=1/0}", ReplyReader::asDouble)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(run("return {double=3}", ReplyReader::asLong)).isEqualTo(3);
        assertThat(run("return {big_number='" + LARGE + "'}", ReplyReader::asBigInteger))
                .isEqualTo(LARGE);
        assertThat(run("return {big_number='-7'}", ReplyReader::asLong)).isEqualTo(-7);
        assertThat(this.<List<Byte>>run("return {1, '2', {double=3}}", r -> r.asList(ReplyReader::asByte)))
                .containsExactly((byte) 1, (byte) 2, (byte) 3);
        assertThat(run("return 0.5 .. ''", ReplyReader::asFloat)).isEqualTo(0.5f);
        assertThatThrownBy(() -> run("return 1e15 .. ''", ReplyReader::asLong))
                .isInstanceOf(ScriptReplyException.class)
                .hasMessageContaining("expected an integer, got a number in exponent form");
    }

    @Test
    void readsVerbatimStrings() {
        assertThat(run("return {verbatim_string={format='txt', string='moon'}}", ReplyReader::asString))
                .isEqualTo("moon");
    }

    @Test
    void readsTimes() {
        String lifetime = "redis.call('SET', KEYS[1], 'v', 'PX', 60000) return redis.call('%s', KEYS[1])";
        assertThat(this.<Duration>run(lifetime.formatted("PTTL"), r -> r.asDuration(ChronoUnit.MILLIS)))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(this.<Duration>run(lifetime.formatted("TTL"), r -> r.asDuration(ChronoUnit.SECONDS)))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(this.<Instant>run("return redis.call('TIME')[1]", r -> r.asInstant(ChronoUnit.SECONDS)))
                .isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "redis.setresp(3) "})
    void readsHashesAsMapsAndRecords(String setresp) {
        String text =
                setresp + "redis.call('DEL', KEYS[1]) redis.call('HSET', KEYS[1], 'left', 3, 'sku', 'lamp', 'x', 1)"
                        + " return redis.call('HGETALL', KEYS[1])";
        assertThat(this.<Map<String, String>>run(text, r -> r.asMap(ReplyReader::asString, ReplyReader::asString)))
                .containsOnly(Map.entry("left", "3"), Map.entry("sku", "lamp"), Map.entry("x", "1"));
        assertThat(run(text, RepliesIT::stock)).isEqualTo("lamp 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "redis.setresp(3) "})
    void readsSetsAndScores(String setresp) {
        assertThat(this.<Set<String>>run(
                        setresp + "redis.call('DEL', KEYS[1]) redis.call('SADD', KEYS[1], 'a', 'b')"
                                + " return redis.call('SMEMBERS', KEYS[1])",
                        r -> r.asSet(ReplyReader::asString)))
                .containsExactlyInAnyOrder("a", "b");
        assertThat(run(
                        setresp + "redis.call('DEL', KEYS[1]) redis.call('ZADD', KEYS[1], 1.5, 'm')"
                                + " return {redis.call('ZSCORE', KEYS[1], 'm'), redis.call('ZSCORE', KEYS[1], 'n')}",
                        RepliesIT::scores))
                .containsExactly(OptionalDouble.of(1.5), OptionalDouble.empty());
    }

    @Test
    void readsMapsInMapsInArrays() {
        assertThat(this.<List<Map<String, Map<String, Set<String>>>>>run(
                        "return {{map={a={map={b={set={x=true}}}}}}, {map={}}}", r -> r.asList(RepliesIT::mapOfMaps)))
                .hasToString("[{a={b=[x]}}, {}]");
        assertThatThrownBy(() -> run("return {{map={a={map={b={1}}}}}}", r -> r.asList(RepliesIT::mapOfMaps)))
                .isInstanceOf(ScriptReplyException.class)
                .hasMessage("Probe.run: expected a string at [1][1].value[1].value[1], got an integer (probe/run.lua)");
    }

    @Test
    void readsOneOfSeveralRecords() {
        assertThat(run("return {'SOLD', 12}", RepliesIT::purchase)).isEqualTo("sold 12");
        assertThat(run("return 'SOLD_OUT'", RepliesIT::purchase)).isEqualTo("sold out");
        assertThat(run("return {ok='SOLD_OUT'}", RepliesIT::purchase)).isEqualTo("sold out");
        assertThatThrownBy(() -> run("return {'GONE'}", RepliesIT::purchase))
                .hasMessage("Probe.run: expected Purchase, one of SOLD_OUT, SOLD at [1], got another string"
                        + " (probe/run.lua)");
    }

    @Test
    void readsNestedAsDeepAsLettuceReads() {
        String text = "local t = 1 for i = 1, 30 do t = {t} end return t";
        assertThat(run(text, RepliesIT::depth)).isEqualTo(30);
    }

    @Test
    void readsLargeReplies() {
        assertThat(run("return string.rep('x', 1048576)", ReplyReader::asString))
                .hasSize(1 << 20);
        List<Long> many = run("local t = {} for i = 1, 50000 do t[i] = i end return t", RepliesIT::longs);
        assertThat(many).hasSize(50_000).startsWith(1L).endsWith(50_000L);
    }

    @Test
    void sendsEveryKindOfArgument() {
        assertThat(echo(a -> a.add("grün 🌙"))).isEqualTo("grün 🌙");
        assertThat(echo(a -> a.add("lone \uD83C\u00e9"))).isEqualTo("lone ?é");
        assertThat(echo(a -> a.add("bytes".getBytes(StandardCharsets.UTF_8)))).isEqualTo("bytes");
        assertThat(echo(a -> a.add(Long.MIN_VALUE))).isEqualTo("-9223372036854775808");
        assertThat(echo(a -> a.add(0.1))).isEqualTo("0.1");
        assertThat(echo(a -> a.add(5.0))).isEqualTo("5");
        assertThat(echo(a -> a.add(0.1f))).isEqualTo("0.1");
        assertThat(echo(a -> a.add(true))).isEqualTo("1");
        assertThat(echo(a -> a.add(TimeUnit.DAYS))).isEqualTo("DAYS");
        assertThat(echo(a -> a.add(new UUID(1, 2)))).isEqualTo("00000000-0000-0001-0000-000000000002");
        String large = "é".repeat(1 << 19);
        assertThat(echo(a -> a.add(large))).isEqualTo(large);
    }

    @Test
    void sendsNumbersThatRedisReadsExactly() {
        Script script = LuaCall.script("redis.call('DEL', KEYS[1]) redis.call('ZADD', KEYS[1], ARGV[1], 'm')"
                + " return redis.call('ZSCORE', KEYS[1], 'm')");
        for (double value :
                new double[] {0.1, 1e-7, 1.0 / 3, 1e22, Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 1L << 53}) {
            double back = client.bind(ScriptDispatch.ABI, Probe.class, script)
                    .call(LuaCall.of(script, ReplyReader::asDouble).keys("z").arguments(1, a -> a.add(value)));
            assertThat(back).isEqualTo(value);
        }
    }

    @Test
    void tellsCodeTextAndLineOfErrors() {
        assertThatThrownBy(() -> run(
                        "\n\nreturn redis.call('LPUSH', 'k', 'v', redis.call('SET', 'k', 'v').x)", ReplyReader::asLong))
                .isInstanceOfSatisfying(ScriptErrorException.class, e -> {
                    assertThat(e.code()).isEqualTo("ERR");
                    assertThat(e.line()).isEqualTo(3);
                });
        run("return redis.call('SET', 'k', 'v')", ReplyReader::asBoolean);
        assertThatThrownBy(() -> run("local a = 1\nreturn redis.call('LPUSH', 'k', 'v')", ReplyReader::asLong))
                .isInstanceOf(ScriptErrorException.class)
                .hasMessage("Probe.run: WRONGTYPE Operation against a key holding the wrong kind of value"
                        + " (probe/run.lua:2)");
        assertThatThrownBy(() -> run("return redis.error_reply('SOLD_OUT come back')", ReplyReader::asLong))
                .isInstanceOf(ScriptErrorException.class)
                .hasMessage("Probe.run: SOLD_OUT come back (probe/run.lua)");
        assertThatThrownBy(() -> run("return 1 + nil", ReplyReader::asLong))
                .isInstanceOfSatisfying(
                        ScriptErrorException.class, e -> assertThat(e.line()).isEqualTo(1))
                .hasMessageContaining("attempt to perform arithmetic");
    }

    @Test
    void staysConnectedWhenAScriptUsesAWordThatTheServerUsesToo() {
        run("return 1", ReplyReader::asLong);
        String before = connectionId();
        assertThat(before).startsWith("[id=");
        for (String word : List.of("DENIED by policy", "MOVED house", "ASK me later", "LOADING the van")) {
            assertThatThrownBy(() -> run("return redis.error_reply('" + word + "')", ReplyReader::asLong))
                    .isInstanceOf(ScriptErrorException.class)
                    .hasMessageContaining(word);
        }
        assertThat(connectionId()).isEqualTo(before);
    }

    @Test
    void keepsAnErrorInsideAnArrayApartFromTheCall() {
        assertThatThrownBy(() -> run("return {1, redis.error_reply('MOVED 1 h:1')}", RepliesIT::longs))
                .isInstanceOf(ScriptErrorException.class)
                .hasMessageContaining("at [2] of the reply");
    }

    @Test
    void refusesRepliesThatDoNotFit() {
        assertThatThrownBy(() -> run("return 'moon'", ReplyReader::asLong))
                .isInstanceOf(ScriptReplyException.class)
                .hasMessage("Probe.run: expected an integer, got a string that is none (probe/run.lua)");
    }

    /** The server's numbers of the connections that have run scripts. */
    private static String connectionId() {
        return String.valueOf(server.command("CLIENT", "LIST"))
                .lines()
                .filter(line -> line.contains("cmd=evalsha"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList()
                .toString();
    }

    private String echo(Consumer<ArgumentWriter> argument) {
        Script script = LuaCall.script("return ARGV[1]");
        return client.bind(ScriptDispatch.ABI, Probe.class, script)
                .call(LuaCall.of(script, ReplyReader::asString).arguments(1, argument));
    }

    private <T> T run(String text, Function<ReplyReader, T> reader) {
        Script script = LuaCall.script(text);
        return client.bind(ScriptDispatch.ABI, Probe.class, script)
                .call(LuaCall.of(script, reader).keys("k"));
    }

    private static String stock(ReplyReader reply) {
        reply.enterByName("Stock", new String[] {"sku", "left"});
        String stock = reply.next("sku").asString() + " " + reply.next("left").asLong();
        reply.leave();
        return stock;
    }

    /** With setresp(3) a missing score is Lua's nil, and ends the array. */
    private static List<OptionalDouble> scores(ReplyReader reply) {
        reply.enter("Scores", new String[] {"m", "n"});
        List<OptionalDouble> scores =
                List.of(reply.next("m").asOptionalDouble(), reply.next("n").asOptionalDouble());
        reply.leave();
        return scores;
    }

    private static Map<String, Map<String, Set<String>>> mapOfMaps(ReplyReader reply) {
        return reply.asMap(
                ReplyReader::asString,
                map -> map.asMap(ReplyReader::asString, set -> set.asSet(ReplyReader::asString)));
    }

    private static final Alternatives PURCHASE =
            Alternatives.of("Purchase", new String[][] {{"SOLD_OUT"}, {"SOLD"}}, new String[][] {{}, {"order"}});

    private static String purchase(ReplyReader reply) {
        boolean sold = reply.enterOneOf(PURCHASE) == 1;
        String purchase = sold ? "sold " + reply.next("order").asLong() : "sold out";
        reply.leave();
        return purchase;
    }

    private static int depth(ReplyReader reply) {
        try {
            reply.asLong();
            return 0;
        } catch (ScriptReplyException array) {
            return 1 + reply.asList(RepliesIT::depth).get(0);
        }
    }

    private static Optional<String> optional(ReplyReader reply) {
        return reply.asOptional(ReplyReader::asString);
    }

    private static List<Long> longs(ReplyReader reply) {
        return reply.asList(ReplyReader::asLong);
    }

    private static List<Long> longsOrMinusOne(ReplyReader reply) {
        return reply.asList(e -> e.asOptional(ReplyReader::asLong).orElse(-1L));
    }

    private static List<List<Long>> nested(ReplyReader reply) {
        return reply.asList(RepliesIT::longs);
    }

    private static List<String> strings(ReplyReader reply) {
        return reply.asList(ReplyReader::asString);
    }
}
