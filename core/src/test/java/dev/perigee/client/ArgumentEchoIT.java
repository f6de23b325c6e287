package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.ArgumentBuffer;
import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent comes back from a script as it was. */
@SuppressWarnings("NullAway.Init") // NullAway does not know what jqwik calls first.
class ArgumentEchoIT {

    private static final int MOST_VALUES = 100_000;

    private static final String ABSENT = "\0absent";

    private static final Script ECHO = LuaCall.script("return ARGV");
    private static final Script ECHO_OR_NIL =
            LuaCall.script("local r = {} for i, v in ipairs(ARGV) do r[i] = v ~= '\\0absent' and v end return r");
    private static final Script NUMBERS = LuaCall.script(
            "local r = {} for i, v in ipairs(ARGV) do" + " r[i] = string.format('%.17g', tonumber(v)) end return r");
    private static final Script EQUALS = LuaCall.script(
            "local r = {} for i = 1, #ARGV, 2 do r[#r + 1] = tonumber(ARGV[i]) == tonumber(ARGV[i + 1]) end return r");

    private static RedisServer server;
    private static RedisClient redis;
    private static ScriptClient client;
    private static ScriptDispatch scripts;

    private static final class BufferCall<T> extends ScriptCall<T> {

        private final Script script;

        @Override
        public Script script() {
            return script;
        }

        private final ArgumentBuffer values;
        private final Function<ReplyReader, T> reader;

        BufferCall(Script script, Consumer<ArgumentBuffer> adder, Function<ReplyReader, T> reader) {
            this.script = script;
            this.values = buffer(scripts.codecs());
            this.reader = reader;
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
        public T readReply(ReplyReader reply) {
            return reader.apply(reply);
        }
    }

    @BeforeContainer
    static void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
        client = ScriptClient.connect(redis);
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, ECHO, ECHO_OR_NIL, NUMBERS, EQUALS);
    }

    @AfterContainer
    static void stop() {
        client.close();
        redis.shutdown();
        server.close();
    }

    @Property(tries = 300, seed = "401")
    void argumentsOfEveryKindInABuffer(@ForAll("arguments") List<Argument> arguments) {
        assertEchoed(ECHO, arguments);
    }

    @Provide
    Arbitrary<List<Argument>> arguments() {
        return Arguments.nested(3).list().ofMaxSize(12);
    }

    @Property(tries = 300, seed = "402")
    void argumentsOfEveryKindThatNeedsNone(@ForAll("scalars") List<Argument> arguments) {
        LuaCall<List<Object>> call = LuaCall.of(ECHO, reply -> read(arguments, reply))
                .arguments(
                        arguments.size(),
                        argv -> arguments.forEach(
                                argument -> argument.written().orElseThrow().accept(argv)));
        assertThat(scripts.call(call)).isEqualTo(expected(arguments));
    }

    @Provide
    Arbitrary<List<Argument>> scalars() {
        return Arguments.scalars()
                .filter(argument -> argument.written().isPresent())
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 100, seed = "403")
    void whatMayBeAbsent(@ForAll("optionals") List<Argument> arguments) {
        assertEchoed(ECHO_OR_NIL, arguments);
    }

    @Provide
    Arbitrary<List<Argument>> optionals() {
        return Arguments.optionals(ABSENT).list().ofMaxSize(20);
    }

    @Property(tries = 100, seed = "404")
    void collectionsAreReadBackAsCollections(
            @ForAll("texts") List<String> texts, @ForAll("doubles") List<Double> doubles) {
        List<String> sent = texts.stream().map(Arguments::sent).toList();
        assertThat(this.<List<String>>call(
                        ECHO,
                        argv -> argv.addAll(texts, false, ArgumentBuffer::add),
                        r -> r.asList(ReplyReader::asString)))
                .isEqualTo(sent);
        assertThat(this.<Set<Double>>call(
                        ECHO,
                        argv -> argv.addAll(doubles, false, ArgumentBuffer::add),
                        r -> r.asSet(ReplyReader::asDouble)))
                .containsExactlyElementsOf(new LinkedHashSet<>(doubles));
        Map<String, Double> map = Arguments.entries(sent, doubles);
        assertThat(this.<Map<String, Double>>call(
                        ECHO,
                        argv -> argv.addEntries(map, false, ArgumentBuffer::add, ArgumentBuffer::add),
                        r -> r.asMap(ReplyReader::asString, ReplyReader::asDouble)))
                .containsExactlyEntriesOf(map);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arguments.texts().list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Double>> doubles() {
        return Arguments.doubles().list().ofMaxSize(100);
    }

    @Property(tries = 100, seed = "405")
    void luaReadsExactlyTheDouble(@ForAll("doubles") List<Double> doubles) {
        List<Double> read = call(
                NUMBERS,
                argv -> argv.addAll(doubles, false, ArgumentBuffer::add),
                r -> r.asList(number -> Double.parseDouble(number.asString())));
        assertThat(read).isEqualTo(doubles);

        assertThat(this.<List<Boolean>>call(
                        EQUALS,
                        argv -> doubles.forEach(value -> argv.add(value).add(new BigDecimal(value).toString())),
                        r -> r.asList(ReplyReader::asBoolean)))
                .doesNotContain(false)
                .hasSameSizeAs(doubles);
    }

    @Property(tries = 100, seed = "406")
    void luaReadsTheDoubleNextToADecimal(@ForAll("decimals") List<BigDecimal> decimals) {
        List<String> read = call(
                NUMBERS,
                argv -> argv.addAll(decimals, false, ArgumentBuffer::add),
                r -> r.asList(ReplyReader::asString));
        assertThat(read.stream().map(ArgumentEchoIT::asC).toList())
                .isEqualTo(decimals.stream()
                        .map(value -> Double.parseDouble(value.toString()))
                        .toList());
    }

    @Provide
    Arbitrary<List<BigDecimal>> decimals() {
        return Arbitraries.oneOf(
                        Arguments.decimals(),
                        Arguments.wholes().map(BigDecimal::new),
                        Arguments.floats().map(value -> new BigDecimal(Float.toString(value))))
                .list()
                .ofMaxSize(50);
    }

    private static double asC(String number) {
        return switch (number) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(number);
        };
    }

    private void assertEchoed(Script script, List<Argument> arguments) {
        List<Object> read = call(
                script,
                argv -> IntStream.range(0, arguments.size())
                        .forEach(i -> arguments.get(i).buffered().accept(argv.name("value" + i))),
                reply -> read(arguments, reply));
        assertThat(read).isEqualTo(expected(arguments));
    }

    private static List<Object> read(List<Argument> arguments, ReplyReader reply) {
        reply.enter("Arguments", new String[MOST_VALUES]);
        List<Object> values =
                arguments.stream().map(argument -> argument.read().apply(reply)).toList();
        reply.leave();
        return values;
    }

    private static List<Object> expected(List<Argument> arguments) {
        return arguments.stream().map(Argument::expected).toList();
    }

    private <T> T call(Script script, Consumer<ArgumentBuffer> adder, Function<ReplyReader, T> reader) {
        return scripts.call(new BufferCall<>(script, adder, reader));
    }
}
