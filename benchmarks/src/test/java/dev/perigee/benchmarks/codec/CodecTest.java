package dev.perigee.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.benchmarks.workload.FlashSale.Outcome;
import dev.perigee.benchmarks.workload.FlashSale.Purchase;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Both sides of the codec benchmarks write the same command and return the same value. */
class CodecTest {

    private static final Purchase PURCHASE = new Purchase(Outcome.SOLD, 999_999);

    @Test
    void bothWriteTheSameCommandForFlash() {
        String byLettuce = requestOfFlash(FlashCodec::lettuce, PURCHASE);
        assertThat(byLettuce).startsWith("*7\r\n$7\r\nEVALSHA\r\n$40\r\n").contains("sale:{moon-lamp-0}:buyers");
        assertThat(requestOfFlash(FlashCodec::perigee, PURCHASE)).isEqualTo(byLettuce);
        assertThat(requestOfFlash(codec -> valueOf(codec.lettuceAsync()), List.of(1L, 999_999L)))
                .isEqualTo(byLettuce);
        assertThat(requestOfFlash(codec -> valueOf(codec.perigeeAsync()), PURCHASE))
                .isEqualTo(byLettuce);
    }

    @Test
    void bothWriteTheSameCommandForIncr() {
        String byLettuce = requestOfIncr(IncrCodec::lettuce, 4711L);
        assertThat(byLettuce).startsWith("*5\r\n$7\r\nEVALSHA\r\n$40\r\n").contains("counter:{page-1}");
        assertThat(requestOfIncr(IncrCodec::perigee, 4711L)).isEqualTo(byLettuce);
        assertThat(requestOfIncr(codec -> valueOf(codec.lettuceAsync()), 4711L)).isEqualTo(byLettuce);
        assertThat(requestOfIncr(codec -> valueOf(codec.perigeeAsync()), 4711L)).isEqualTo(byLettuce);
    }

    @Test
    void aBatchIsAnsweredAsAWhole() {
        assertThat(requestOfFlash(FlashCodec::perigeeEach, Collections.nCopies(256, PURCHASE)))
                .contains("buyer-10000255");
        assertThat(requestOfIncr(IncrCodec::perigeeEach, Collections.nCopies(256, 4711L)))
                .contains("page-255");
    }

    private static String requestOfFlash(Function<FlashCodec, Object> call, Object value) {
        try (FlashCodec codec = new FlashCodec()) {
            assertThat(call.apply(codec)).isEqualTo(value);
            return codec.lastRequest();
        }
    }

    private static String requestOfIncr(Function<IncrCodec, Object> call, Object value) {
        try (IncrCodec codec = new IncrCodec()) {
            assertThat(call.apply(codec)).isEqualTo(value);
            return codec.lastRequest();
        }
    }

    private static Object valueOf(CompletionStage<?> stage) {
        return stage.toCompletableFuture().join();
    }
}
