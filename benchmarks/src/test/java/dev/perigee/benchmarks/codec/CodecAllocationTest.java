package dev.perigee.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.perigee.benchmarks.workload.Workload;
import java.lang.management.ManagementFactory;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The gate on what a call allocates between the generated method and Lettuce's connection, there and back. Bytes are the same on
 * every machine, so a limit is what a call takes today, and an object more is a failure. The least of several rounds counts, since the
 * compiler may allocate on the caller's behalf until it has compiled all of it.
 */
class CodecAllocationTest {

    private static final int ROUNDS = 8;
    private static final int CALLS = 20_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The generated call 24, the command 96, the record 24; a number nothing. */
    @Test
    void aCallThatWaits() {
        assertThat(flash(FlashCodec::perigee, 1)).isLessThanOrEqualTo(144.5);
        assertThat(incr(codec -> codec.perigee() > 0, 1)).isLessThanOrEqualTo(120.5);
    }

    /** A future of 32 bytes more, and 24 for a number, which is an object then. */
    @Test
    void aCallThatDoesNotWait() {
        assertThat(flash(FlashCodec::perigeeAsync, 1)).isLessThanOrEqualTo(176.5);
        assertThat(incr(IncrCodec::perigeeAsync, 1)).isLessThanOrEqualTo(176.5);
    }

    /** The command takes 112 here, and its places in four lists. */
    @Test
    void aCallOfABatch() {
        assertThat(flash(FlashCodec::perigeeEach, Workload.BATCH)).isLessThanOrEqualTo(184);
        assertThat(incr(IncrCodec::perigeeEach, Workload.BATCH)).isLessThanOrEqualTo(184);
    }

    @Test
    void lettuceAllocatesSeveralTimesAsMuch() {
        assertThat(flash(FlashCodec::lettuce, 1)).isGreaterThan(3 * 144);
    }

    private static double flash(Function<FlashCodec, ?> call, int callsAtOnce) {
        try (FlashCodec codec = new FlashCodec()) {
            return least(codec, call, callsAtOnce);
        }
    }

    private static double incr(Function<IncrCodec, ?> call, int callsAtOnce) {
        try (IncrCodec codec = new IncrCodec()) {
            return least(codec, call, callsAtOnce);
        }
    }

    private static <C> double least(C codec, Function<C, ?> call, int callsAtOnce) {
        long thread = Thread.currentThread().getId();
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            int times = CALLS / callsAtOnce;
            long before = THREADS.getThreadAllocatedBytes(thread);
            for (int i = 0; i < times; i++) {
                if (call.apply(codec) == null) {
                    throw new AssertionError("no result");
                }
            }
            least = Math.min(
                    least, (double) (THREADS.getThreadAllocatedBytes(thread) - before) / ((long) times * callsAtOnce));
        }
        return least;
    }
}
