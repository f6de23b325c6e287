package dev.perigee.lua.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrapped script gives what it gives unwrapped, again and again, and runs once. */
class ReplyRecordingIT {

    private static final String OPERATION = "perigee:once:{k}:id";
    private static RedisServer server;
    private static RawConnection resp2;
    private static RawConnection resp3;

    @BeforeAll
    @BeforeContainer
    static void start() throws IOException {
        server = RedisServer.builder().option("busy-reply-threshold", "5").start();
        resp2 = new RawConnection(server.host(), server.port(), "2");
        resp3 = new RawConnection(server.host(), server.port(), "3");
    }

    @AfterAll
    @AfterContainer
    static void stop() throws IOException {
        resp2.close();
        resp3.close();
        server.close();
    }

    @BeforeEach
    void clear() {
        server.command("FLUSHALL");
    }

    private static String wrapped(String script, Duration remember) {
        AssembledScript assembled = (AssembledScript) ScriptAssembly.assemble(script.getBytes(StandardCharsets.UTF_8));
        return ReplyRecording.around(assembled, remember).script().text();
    }

    private static String once(RawConnection connection, String script) throws IOException {
        return connection.command(
                "EVAL", wrapped(script, Duration.ofHours(24)), "3", "{k}1", "{k}2", OPERATION, "argument");
    }

    private static String plain(RawConnection connection, String script) throws IOException {
        return connection.command("EVAL", script, "2", "{k}1", "{k}2", "argument");
    }

    /** Only the name of the script that an error came from is another. */
    private static String withoutDigest(String reply) {
        return reply.startsWith("-") ? reply.replaceFirst("script: [0-9a-f]{40}, on", "script: SHA, on") : reply;
    }

    private static void assertSameReplies(RawConnection connection, String script) throws IOException {
        server.command("FLUSHALL");
        String expected = withoutDigest(plain(connection, script));
        server.command("FLUSHALL");
        String first = once(connection, script);
        assertThat(withoutDigest(first)).as(script).isEqualTo(expected);
        assertThat(once(connection, script)).as(script).isEqualTo(first);
        assertThat(once(connection, script)).as(script).isEqualTo(first);
        assertThat((Long) server.command("PTTL", OPERATION)).as(script).isBetween(80_000_000L, 86_400_000L);
    }

    static Stream<String> scripts() throws IOException {
        try (InputStream file = ReplyRecordingIT.class.getResourceAsStream("/recording/replies.txt")) {
            return Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n---\n"));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void repliesAreTheSameBytes(String script) throws IOException {
        assertSameReplies(resp2, script);
        assertSameReplies(resp3, script);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyReplyIsTheSameBytes(@ForAll("values") String value) {
        try {
            assertSameReplies(resp2, "return " + value);
            assertSameReplies(resp3, "redis.setresp(3) return " + value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<String> values() {
        return values(4);
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> leaves = Arbitraries.oneOf(
                Arbitraries.of("true", "false", "nil", "error", "0/0", "-1/0", "1e300", "2^53", "-0.0", "''"),
                Arbitraries.doubles().map(Object::toString),
                Arbitraries.longs().map(number -> "(" + number + ")"),
                Arbitraries.doubles().map(number -> "{double = " + number + "}"),
                Arbitraries.strings().ofMaxLength(12).map(ReplyRecordingIT::literal),
                Arbitraries.strings().alpha().ofMaxLength(5).map(text -> "{ok = '" + text + "'}"),
                Arbitraries.strings().alpha().ofMaxLength(5).map(text -> "{err = '" + text + " x'}"));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> values = values(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                values.list().ofMaxSize(5).map(elements -> "{" + String.join(", ", elements) + "}"),
                values.map(value -> "{map = {key = " + value + "}}"),
                values.map(value -> "{[1] = " + value + ", [3] = 1, name = 'x'}"));
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("'");
        for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
            literal.append(String.format("\\%03d", b & 0xff));
        }
        return literal.append('\'').toString();
    }

    @Test
    void theScriptRunsOnce() throws IOException {
        List<String> replies = List.of(
                once(resp2, "return redis.call('INCR', KEYS[1])"), once(resp2, "return redis.call('INCR', KEYS[1])"));

        assertThat(replies).containsOnly(":1\r\n");
        assertThat(server.command("GET", "{k}1")).isEqualTo("1");
    }

    @Test
    void whatWasWrittenBeforeAnErrorIsWrittenOnce() throws IOException {
        String script = "redis.call('INCR', KEYS[1])\nerror('late')";

        assertThat(once(resp2, script)).startsWith("-ERR user_script:2: late script: ");
        once(resp2, script);
        assertThat(server.command("GET", "{k}1")).isEqualTo("1");
    }

    @Test
    void anotherOperationRunsAgain() throws IOException {
        String script = wrapped("return redis.call('INCR', KEYS[1])", Duration.ofHours(24));

        resp2.command("EVAL", script, "2", "{k}", "perigee:once:{k}:a");
        assertThat(resp2.command("EVAL", script, "2", "{k}", "perigee:once:{k}:b"))
                .isEqualTo(":2\r\n");
    }

    @Test
    void theRecordExpires() throws IOException {
        String script = wrapped("return redis.call('INCR', KEYS[1])", Duration.ofMillis(1));

        resp2.command("EVAL", script, "2", "{k}", OPERATION);
        while (!Objects.equals(server.command("EXISTS", OPERATION), 0L)) {
            Thread.onSpinWait();
        }
        assertThat(resp2.command("EVAL", script, "2", "{k}", OPERATION)).isEqualTo(":2\r\n");
    }

    @Test
    void theRecordOutlivesAScriptThatFlushes() throws IOException {
        once(resp2, "redis.call('FLUSHALL') return redis.call('INCR', KEYS[1])");

        assertThat(once(resp2, "return 2")).isEqualTo(":1\r\n");
    }

    @Test
    void aRaisedTableWithoutAMessageDoesNotEndTheServer() throws IOException {
        assertThat(once(resp2, "error({})")).startsWith("-ERR unknown error script: ");
        assertThat(server.isRunning()).isTrue();
    }

    @Test
    void aKilledScriptHasNoRecord() throws IOException {
        try (RawConnection other = new RawConnection(server.host(), server.port(), "2")) {
            CompletableFuture<String> reply = CompletableFuture.supplyAsync(() -> {
                try {
                    return once(other, "while true do pcall(function() while true do end end) end");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            while (!resp2.command("SCRIPT", "KILL").startsWith("+OK")) {
                Thread.onSpinWait();
            }
            assertThat(reply.join()).contains("Script killed by user");
        }
        assertThat(server.command("EXISTS", OPERATION)).isEqualTo(0L);
    }

    @Test
    void whatRedisRefusesToKeepHasNotWritten() throws IOException {
        server.command("CONFIG", "SET", "maxmemory", "1");
        String reply = once(resp2, "redis.pcall('SET', KEYS[1], 'x') return 1");
        server.command("CONFIG", "SET", "maxmemory", "0");

        assertThat(reply).startsWith("-OOM ");
        assertThat(server.command("EXISTS", "{k}1")).isEqualTo(0L);
        assertThat(once(resp2, "return 2")).isEqualTo(":2\r\n");
    }

    @Test
    void aScriptThatFreesMemoryRunsWhenThereIsNoneAndIsKept() throws IOException {
        server.command("SET", "{k}1", "x");
        server.command("CONFIG", "SET", "maxmemory", "1");
        String reply = once(resp2, "return redis.call('DEL', KEYS[1])");
        server.command("CONFIG", "SET", "maxmemory", "0");

        assertThat(reply).isEqualTo(":1\r\n");
        assertThat(once(resp2, "return 2")).isEqualTo(":1\r\n");
    }

    @Test
    void aKeyOfAnotherTypeIsAnErrorBeforeTheScriptRuns() throws IOException {
        server.command("LPUSH", OPERATION, "x");

        assertThat(once(resp2, "return redis.call('INCR', KEYS[1])")).startsWith("-WRONGTYPE ");
        assertThat(server.command("EXISTS", "{k}1")).isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-set", "-get"})
    void aUserWhoMayNotKeepTheReplyDoesNotRunTheScript(String denied) throws IOException {
        server.command("ACL", "SETUSER", "limited", "on", "nopass", "~*", "+@all", denied);
        try (RawConnection limited = new RawConnection(server.host(), server.port(), "2")) {
            limited.command("AUTH", "limited", "any");
            assertThat(once(limited, "return redis.call('INCR', KEYS[1])")).startsWith("-");
        }
        assertThat(server.command("EXISTS", "{k}1")).isEqualTo(0L);
    }
}
