package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RedisServerIT {

    @Test
    void answersCommandsWithEveryKindOfReply() {
        try (RedisServer server = RedisServer.start()) {
            assertThat(server.command("PING")).isEqualTo("PONG");
            assertThat(server.command("SET", "k", "größer \r\n")).isEqualTo("OK");
            assertThat(server.command("GET", "k")).isEqualTo("größer \r\n");
            assertThat(server.command("GET", "none")).isNull();
            assertThat(server.command("INCR", "n")).isEqualTo(1L);
            assertThat(server.command("MGET", "k", "none")).isEqualTo(Arrays.asList("größer \r\n", null));
        }
    }

    @Test
    void throwsTheServersErrorWithItsCode() {
        try (RedisServer server = RedisServer.start()) {
            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> server.command("EVALSHA", "0".repeat(40), "0"))
                    .withMessageStartingWith("NOSCRIPT ")
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOSCRIPT"));
        }
    }

    @Test
    void listensAtItsAddressOnly() {
        try (RedisServer server = RedisServer.start()) {
            assertThat(server.uri()).hasToString("redis://127.0.0.1:" + server.port());
            assertThat(server.host()).isEqualTo("127.0.0.1");
            assertThat(configured(server, "bind")).isEqualTo("127.0.0.1");
            assertThat(configured(server, "save")).isEmpty();
        }
    }

    @Test
    void answersAfterItWasFrozen() {
        try (RedisServer server = RedisServer.start()) {
            server.freeze();
            CompletableFuture<Object> reply = CompletableFuture.supplyAsync(() -> server.command("PING"));
            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> reply.get(200, TimeUnit.MILLISECONDS));
            server.thaw();
            assertThat(reply.join()).isEqualTo("PONG");
        }
    }

    @Test
    void isKilledAlsoWhenFrozen() {
        try (RedisServer server = RedisServer.start()) {
            server.freeze();
            server.kill();
            assertThat(server.isRunning()).isFalse();
            assertThatIllegalStateException().isThrownBy(server::thaw).withMessageContaining("is not running");
        }
    }

    @Test
    void takesOptionsOverItsDefaults() {
        try (RedisServer server = RedisServer.builder()
                .option("maxmemory", "10mb")
                .option("save", "900", "1")
                .start()) {
            assertThat(configured(server, "maxmemory")).isEqualTo("10485760");
            assertThat(configured(server, "save")).isEqualTo("900 1");
        }
    }

    @Test
    void usesThePasswordOfRequirepass() {
        try (RedisServer server =
                RedisServer.builder().option("requirepass", "a \"b\" \\c").start()) {
            assertThat(server.command("PING")).isEqualTo("PONG");
            assertThat(configured(server, "requirepass")).isEqualTo("a \"b\" \\c");
        }
    }

    @Test
    void startsThoughTheDefaultUserMayDoNothing() {
        try (RedisServer server =
                RedisServer.builder().option("user", "default", "off").start()) {
            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> server.command("PING"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("NOAUTH"));
        }
    }

    @Test
    void restartsAfterAKillOnTheSamePortWithTheSameOptionsAndWithoutData() {
        try (RedisServer server =
                RedisServer.builder().option("maxmemory", "10mb").start()) {
            int port = server.port();
            server.command("SET", "k", "v");
            server.kill();
            assertThat(server.isRunning()).isFalse();
            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> server.command("PING"));
            server.restart();
            assertThat(server.isRunning()).isTrue();
            assertThat(server.port()).isEqualTo(port);
            assertThat(configured(server, "maxmemory")).isEqualTo("10485760");
            assertThat(server.command("DBSIZE")).isEqualTo(0L);
        }
    }

    @Test
    void restartKeepsDataThatAnAppendOnlyFileHolds() {
        try (RedisServer server =
                RedisServer.builder().option("appendonly", "yes").start()) {
            server.command("SET", "k", "v");
            server.stop();
            assertThat(server.isRunning()).isFalse();
            server.restart();
            assertThat(server.command("GET", "k")).isEqualTo("v");
        }
    }

    @Test
    void closeDeletesItsDirectoryAndIsFinal() {
        RedisServer server = RedisServer.start();
        Path directory = Path.of(configured(server, "dir"));
        assertThat(directory).isDirectory();
        server.close();
        assertThat(directory).doesNotExist();
        assertThat(server.isRunning()).isFalse();
        assertThatIllegalStateException().isThrownBy(server::restart);
        server.close();
    }

    @Test
    void aFailedStartShowsTheServersLog() {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(
                        () -> RedisServer.builder().option("maxmemory", "lots").start())
                .withMessageContaining("it ended at once")
                .withMessageContaining("maxmemory \"lots\"");
    }

    @Test
    void aTakenPortIsAnErrorWhenItWasAskedFor() {
        try (RedisServer holder = RedisServer.start()) {
            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> RedisServer.builder().port(holder.port()).start())
                    .withMessageContaining("another process has its port");
            assertThat(holder.command("PING")).isEqualTo("PONG");
        }
    }

    @Test
    void restartFailsWhenItsPortWasTakenMeanwhile() throws Exception {
        try (RedisServer server = RedisServer.start()) {
            server.stop();
            try (ServerSocket thief = new ServerSocket(server.port(), 1, InetAddress.getLoopbackAddress())) {
                assertThat(thief.isBound()).isTrue();
                assertThatExceptionOfType(ServerStartException.class)
                        .isThrownBy(server::restart)
                        .withMessageContaining("another process has its port");
            }
            server.restart();
            assertThat(server.command("PING")).isEqualTo("PONG");
        }
    }

    @Test
    void refusesPortAndDirectoryAsOptions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisServer.builder().option("port", "1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisServer.builder().option("dir", "/"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisServer.builder().port(65_536));
    }

    private static String configured(RedisServer server, String option) {
        if (server.command("CONFIG", "GET", option) instanceof List<?> pair && pair.get(1) instanceof String value) {
            return value;
        }
        throw new AssertionError("no option " + option);
    }
}
