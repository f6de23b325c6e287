package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisException;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

    private static final ClientResources RESOURCES = ClientResources.create();

    @AfterAll
    static void stop() {
        RESOURCES.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void isTrueWhenItIsWritten() {
        StringBuilder written = new StringBuilder();
        assertThat(heartbeat(ping -> written.append(Wire.encode(ping)))).isCompletedWithValue(true);
        assertThat(written).hasToString(Wire.PING);
    }

    @Test
    void staysTrueWhenTheAnswerIsAnErrorOrNone() {
        assertThat(heartbeat(ping -> {
                    Wire.encode(ping);
                    ping.completeExceptionally(new RedisException("BUSY"));
                }))
                .isCompletedWithValue(true);
        assertThat(heartbeat(ping -> {
                    Wire.encode(ping);
                    ping.cancel();
                }))
                .isCompletedWithValue(true);
    }

    @Test
    void isFalseWhenLettuceRefusesToSend() {
        assertThat(heartbeat(ping -> {
                    throw new RedisException("closed");
                }))
                .isCompletedWithValue(false);
    }

    @Test
    void isFalseWhenTheCommandFailsUnwritten() {
        assertThat(heartbeat(ping -> ping.completeExceptionally(new RedisException("disconnected"))))
                .isCompletedWithValue(false);
    }

    @Test
    void isFalseWhenTheCommandIsCancelledUnwritten() {
        assertThat(heartbeat(RedisCommand::cancel)).isCompletedWithValue(false);
    }

    @Test
    void isFalseWhenNothingIsWrittenInTime() {
        CompletableFuture<Boolean> written = heartbeat(ping -> {});
        assertThat(written).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(false);
    }

    private static CompletableFuture<Boolean> heartbeat(Consumer<RedisCommand<?, ?, ?>> sending) {
        return Heartbeat.of(new Wire(RESOURCES, sending).connection()).toCompletableFuture();
    }
}
