package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.NoCodecs;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.protocol.RedisStateMachine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as they come over the wire, through Lettuce's protocol reader. */
class ReplyOutputTest {

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 0, 0, "return 1");

    private final LoneCommand recorder = new LoneCommand(new ScriptCall<Long>() {
        @Override
        public Script script() {
            return SCRIPT;
        }

        @Override
        public Long readReply(ReplyReader reply) {
            return reply.asLong();
        }
    });

    @Test
    void recordsScalarsOfResp2() {
        assertThat(read(":-42\r\n").asLong()).isEqualTo(-42);
        assertThat(read("$4\r\nmoon\r\n").asString()).isEqualTo("moon");
        assertThat(read("+OK\r\n").asString()).isEqualTo("OK");
        assertThat(read("$-1\r\n").asOptional(ReplyReader::asString)).isEmpty();
        assertThat(read("*-1\r\n").asOptional(ReplyReader::asString)).isEmpty();
        assertThat(read("*0\r\n").asList(ReplyReader::asLong)).isEmpty();
    }

    @Test
    void recordsScalarsOfResp3() {
        assertThat(read("_\r\n").asOptional(ReplyReader::asString)).isEmpty();
        assertThat(read("#t\r\n").asBoolean()).isTrue();
        assertThat(read("#f\r\n").asBoolean()).isFalse();
        assertThat(read(",3.25\r\n").asDouble()).isEqualTo(3.25);
        assertThat(read(",inf\r\n").asDouble()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(read("(3492890328409238509324850943850943825024385\r\n").asString())
                .isEqualTo("3492890328409238509324850943850943825024385");
        assertThat(read("=8\r\ntxt:moon\r\n").asString()).isEqualTo("moon");
    }

    @Test
    void recordsBigNumbers() {
        BigInteger large = BigInteger.TWO.pow(200).negate();
        assertThat(read("(" + large + "\r\n").asBigInteger()).isEqualTo(large);
        assertThat(read("(7\r\n").asLong()).isEqualTo(7);
    }

    @Test
    void recordsDoublesAsRedisWritesThem() {
        assertThat(read(",-inf\r\n").asDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(read(",nan\r\n").asDouble()).isNaN();
        assertThat(read(",1e+300\r\n").asDouble()).isEqualTo(1e300);
        assertThat(read(",10\r\n").asLong()).isEqualTo(10);
    }

    @Test
    void recordsMaps() {
        String wire = "%2\r\n+a\r\n:1\r\n$1\r\nb\r\n:2\r\n";
        assertThat(read(wire).asMap(ReplyReader::asString, ReplyReader::asLong))
                .containsExactly(Map.entry("a", 1L), Map.entry("b", 2L));
        assertThat(read(wire).asList(ReplyOutputTest::any)).containsExactly("a", "1", "b", "2");
        assertThat(read("%0\r\n").asMap(ReplyReader::asString, ReplyReader::asLong))
                .isEmpty();
    }

    @Test
    void recordsSets() {
        assertThat(read("~2\r\n:1\r\n:2\r\n").asSet(ReplyReader::asLong)).containsExactly(1L, 2L);
        assertThat(read("~2\r\n:1\r\n:2\r\n").asList(ReplyReader::asLong)).containsExactly(1L, 2L);
        assertThat(read("~0\r\n").asSet(ReplyReader::asLong)).isEmpty();
    }

    @Test
    void recordsMapsSetsAndArraysInEachOther() {
        String wire = "%2\r\n+a\r\n~1\r\n+QUEUED\r\n+QUEUED\r\n%1\r\n+x\r\n*2\r\n~0\r\n+QUEUED\r\n";
        ReplyReader reader = read("*3\r\n" + wire + "%0\r\n+QUEUED\r\n");
        reader.enter("Outer", new String[] {"map", "empty", "last"});
        reader.next("map").enterByName("Map", new String[] {"QUEUED", "a"});
        reader.next("QUEUED").enterByName("Inner", new String[] {"x"});
        assertThat(reader.next("x")
                        .asList(e -> e.asOptional(ReplyOutputTest::text).orElse("nil")))
                .containsExactly("[]", "QUEUED");
        reader.leave();
        assertThat(reader.next("a").asSet(ReplyReader::asString)).containsExactly("QUEUED");
        reader.leave();
        assertThat(reader.next("empty").asMap(ReplyReader::asString, ReplyReader::asLong))
                .isEmpty();
        assertThat(reader.next("last").asString()).isEqualTo("QUEUED");
    }

    @Test
    void recordsAsDeepAsLettuceReads() {
        int depth = 31;
        ReplyReader reader = read("%1\r\n+k\r\n".repeat(depth) + "#t\r\n");
        for (int i = 0; i < depth; i++) {
            reader.enterByName("Level", new String[] {"k"});
            reader.next("k");
        }
        assertThat(reader.asBoolean()).isTrue();
    }

    @Test
    void recordsNestedArraysWithEmptyOnesBetween() {
        assertThat(read("*3\r\n*1\r\n:1\r\n*0\r\n*2\r\n:2\r\n:3\r\n").asList(e -> e.asList(ReplyReader::asLong)))
                .hasToString("[[1], [], [2, 3]]");
    }

    @Test
    void keepsTheStatusThatLettuceDrops() {
        assertThat(read("+QUEUED\r\n").asString()).isEqualTo("QUEUED");
        assertThat(read("*4\r\n+QUEUED\r\n*2\r\n+a\r\n+QUEUED\r\n+QUEUED\r\n*0\r\n")
                        .asList(e -> e.asOptional(ReplyOutputTest::text).orElse("nil")))
                .containsExactly("QUEUED", "[a, QUEUED]", "QUEUED", "[]");
    }

    private static String text(ReplyReader reply) {
        try {
            return reply.asString();
        } catch (dev.perigee.error.ScriptReplyException array) {
            return reply.asList(ReplyReader::asString).toString();
        }
    }

    @Test
    void showsLettuceTheErrorsOfTheWholeReplyAlone() {
        decode("-ERR no\r\n");
        assertThat(recorder.hasError()).isTrue();
        assertThat(recorder.getError()).isEqualTo("ERR no");

        decode("*1\r\n-MOVED 3300 127.0.0.1:7000\r\n");
        assertThat(recorder.hasError()).isFalse();
        assertThat(recorder.isError()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVED 3300 127.0.0.1:7000", "ASK me later", "ERR no", "BUSY", ""})
    void showsLettuceWhatItDoesNotActUpon(String error) {
        decode("-" + error + "\r\n");
        assertThat(recorder.getError()).isEqualTo(error);
        assertThat(recorder.errorText()).isEqualTo(error);
    }

    @Test
    void hidesTheErrorAtWhichLettuceWouldCloseTheConnection() {
        decode("-DENIED by policy\r\n");
        assertThat(recorder.hasError()).isFalse();
        assertThat(recorder.isError()).isTrue();
        assertThat(recorder.errorText()).isEqualTo("DENIED by policy");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 40, 2000})
    void recordsFewAndManyValuesAlike(int count) {
        String strings = IntStream.range(0, count)
                .mapToObj(i -> "$2\r\n" + (10 + i % 90) + "\r\n")
                .collect(Collectors.joining());
        List<String> values = read("*" + count + "\r\n" + strings).asList(ReplyReader::asString);
        assertThat(values).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(values.get(i)).isEqualTo(Integer.toString(10 + i % 90));
        }
    }

    @Test
    void recordsAllKindsOfValuesTogether() {
        for (String wire : List.of("*2\r\n$-1\r\n:7\r\n", "*2\r\n+a\r\n$2\r\nbc\r\n", "*2\r\n#t\r\n,12\r\n")) {
            assertThat(read(wire).asList(e -> e.asOptional(ReplyOutputTest::any).orElse("nil")))
                    .hasSize(2)
                    .isEqualTo(read(wire.replace("*2", "*4") + ":8\r\n+z\r\n")
                            .asList(e -> e.asOptional(ReplyOutputTest::any).orElse("nil"))
                            .subList(0, 2));
        }
    }

    @Test
    void startsAfreshWhenAReplyBreaksOffHalfway() {
        ByteBuf half = Unpooled.copiedBuffer("*2\r\n*2\r\n:1\r\n", StandardCharsets.US_ASCII);
        assertThat(new RedisStateMachine().decode(half, recorder)).isFalse();

        recorder.reset();
        assertThat(read("*2\r\n+QUEUED\r\n:2\r\n")
                        .asList(e -> e.asOptional(ReplyOutputTest::any))
                        .get(0))
                .contains("QUEUED");
    }

    private static String any(ReplyReader reply) {
        try {
            return reply.asString();
        } catch (dev.perigee.error.ScriptReplyException number) {
            return Long.toString(reply.asLong());
        }
    }

    @Test
    void recordsAReplyThatComesByteByByte() {
        byte[] reply = "*2\r\n$5\r\nmo\r\nn\r\n+QUEUED\r\n".getBytes(StandardCharsets.US_ASCII);
        RedisStateMachine machine = new RedisStateMachine();
        ByteBuf buffer = Unpooled.buffer();
        boolean complete = false;
        for (byte b : reply) {
            assertThat(complete).isFalse();
            buffer.writeByte(b);
            complete = machine.decode(buffer, recorder);
        }
        assertThat(complete).isTrue();
        assertThat(reader().asList(ReplyReader::asString)).containsExactly("mo\r\nn", "QUEUED");
    }

    private ReplyReader read(String wire) {
        decode(wire);
        return reader();
    }

    private void decode(String wire) {
        recorder.decode(wire);
    }

    private ReplyReader reader() {
        ReplyReader reader = new ReplyReader(NoCodecs.INSTANCE);
        recorder.read(reader, SCRIPT);
        return reader;
    }
}
