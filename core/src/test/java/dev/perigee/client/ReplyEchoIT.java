package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.client.LuaValue.Protocol;
import dev.perigee.invoke.GenericReply;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.protocol.ProtocolVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a script returns is read as what the server makes of it, over both protocols. */
@SuppressWarnings("NullAway.Init") // NullAway does not know what jqwik calls first.
class ReplyEchoIT {

    private static RedisServer server;
    private static Map<ProtocolVersion, RedisClient> redis;
    private static Map<ProtocolVersion, ScriptClient> clients;

    @BeforeContainer
    static void start() {
        server = RedisServer.start();
        redis = new LinkedHashMap<>();
        clients = new LinkedHashMap<>();
        for (ProtocolVersion protocol : List.of(ProtocolVersion.RESP2, ProtocolVersion.RESP3)) {
            RedisClient client = RedisClient.create(RedisURI.create(server.uri()));
            client.setOptions(ClientOptions.builder().protocolVersion(protocol).build());
            redis.put(protocol, client);
            clients.put(protocol, ScriptClient.connect(client));
        }
    }

    @AfterContainer
    static void stop() {
        server.command("SCRIPT", "FLUSH");
        clients.values().forEach(ScriptClient::close);
        redis.values().forEach(RedisClient::shutdown);
        server.close();
    }

    @Property(tries = 40, seed = "411")
    void whateverAScriptReturns(@ForAll("values") List<LuaValue> values) {
        assertReplied(values, "", false);
    }

    @Property(tries = 40, seed = "412")
    void whateverAScriptReturnsThatHasCalledSetresp(@ForAll("values") List<LuaValue> values) {
        assertReplied(values, "redis.setresp(3) ", true);
    }

    /** Each in an array of its own, so that nil ends no more than that; the last in a deeper one. */
    private static void assertReplied(List<LuaValue> values, String before, boolean setresp) {
        LuaValue all = new LuaValue.Array(values.stream()
                .<LuaValue>map(value -> new LuaValue.Array(List.of(value, new LuaValue.Text("after"))))
                .toList());
        Script script = LuaCall.script(before + "return " + all.expression());
        clients.forEach((protocol, client) -> {
            Object reply =
                    client.bind(ScriptDispatch.ABI, Probe.class, script).call(LuaCall.of(script, GenericReply::read));
            assertThat(all.becomes(reply, new Protocol(protocol == ProtocolVersion.RESP3, setresp)))
                    .as("%s over %s gave %s", script.text(), protocol, reply)
                    .isTrue();
        });
    }

    @Provide
    Arbitrary<List<LuaValue>> values() {
        return values(6).list().ofMinSize(1).ofMaxSize(50);
    }

    private static Arbitrary<LuaValue> values(int depth) {
        if (depth == 0) {
            return scalars();
        }
        Arbitrary<LuaValue> parts = values(depth - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(3, scalars()),
                Tuple.of(3, parts.list().ofMaxSize(4).map(LuaValue.Array::new)),
                Tuple.of(
                        1, Arbitraries.maps(keys(), present(parts)).ofMaxSize(3).map(LuaValue.Table::new)),
                Tuple.of(1, keys().set().ofMaxSize(4).map(LuaValue.Distinct::new)));
    }

    /** A table has no entry for nil. */
    private static Arbitrary<LuaValue> present(Arbitrary<LuaValue> values) {
        return values.filter(value -> !value.equals(new LuaValue.Nothing(true)));
    }

    private static Arbitrary<LuaValue> keys() {
        return Arbitraries.oneOf(
                bytes().map(LuaValue.Text::new),
                Arbitraries.longs().between(-1L << 53, 1L << 53).map(value -> new LuaValue.Numeral((double) value)));
    }

    private static Arbitrary<LuaValue> scalars() {
        return Arbitraries.oneOf(List.of(
                Arbitraries.of(true, false).map(LuaValue.Nothing::new),
                Arbitraries.of(true, false).map(LuaValue.Truth::new),
                numbers().map(LuaValue.Numeral::new),
                bytes().map(LuaValue.Text::new),
                Arbitraries.of("OK", "QUEUED", "PONG").map(LuaValue.Status::new),
                bytes().map(text -> new LuaValue.Status(text.replace('\0', ' '))),
                bytes().map(LuaValue.Verbatim::new),
                Arguments.doubles().map(LuaValue.Real::new),
                Arbitraries.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                        .map(LuaValue.Real::new),
                Arguments.wholes().map(LuaValue.Big::new)));
    }

    /** Numbers that fit into an integer, for the server makes no sense of others. */
    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-1L << 53, 1L << 53).map(Long::doubleValue),
                Arbitraries.integers().map(value -> value / 8.0),
                Arguments.doubles().filter(value -> Math.abs(value) < 0x1p63));
    }

    private static Arbitrary<String> bytes() {
        return Arbitraries.chars().range('\0', '\u00ff').list().ofMaxSize(8).map(ReplyEchoIT::text);
    }

    private static String text(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::append);
        return text.toString();
    }
}
