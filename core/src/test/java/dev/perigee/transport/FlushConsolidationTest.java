package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlushConsolidationTest {

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "a".repeat(40), 0, 0, "return 1");

    private final List<List<ScriptCommand>> flushes = new ArrayList<>();
    private FlushConsolidation consolidation =
            new FlushConsolidation(one -> flushes.add(List.of(one)), many -> flushes.add(List.copyOf(many)));

    @Test
    void sendsOneCommandAtOnce() {
        ScriptCommand command = command();
        consolidation.send(command);
        assertThat(flushes).containsExactly(List.of(command));
    }

    @Test
    void sendsTogetherInOrderWhatCameWhileItWasSending() {
        List<ScriptCommand> late = List.of(command(), command(), command());
        ScriptCommand first = command();
        consolidation = new FlushConsolidation(
                one -> {
                    flushes.add(List.of(one));
                    late.forEach(consolidation::send);
                },
                many -> flushes.add(List.copyOf(many)));
        consolidation.send(first);
        assertThat(flushes).containsExactly(List.of(first), late);
        assertThat(late).allSatisfy(command -> assertThat(command.before).isNull());
    }

    @Test
    void losesNoneAndKeepsEachThreadsOrder() throws InterruptedException {
        int threads = 8;
        int each = 5_000;
        Queue<ScriptCommand> sent = new ConcurrentLinkedQueue<>();
        FlushConsolidation shared = new FlushConsolidation(sent::add, sent::addAll);
        List<List<ScriptCommand>> commands = IntStream.range(0, threads)
                .mapToObj(thread -> IntStream.range(0, each)
                        .<ScriptCommand>mapToObj(i -> command())
                        .toList())
                .toList();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> running = new ArrayList<>();
        for (List<ScriptCommand> own : commands) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                own.forEach(shared::send);
            });
            thread.start();
            running.add(thread);
        }
        start.countDown();
        for (Thread thread : running) {
            thread.join();
        }
        assertThat(sent).hasSize(threads * each).doesNotHaveDuplicates();
        for (List<ScriptCommand> own : commands) {
            assertThat(sent.stream().filter(new HashSet<>(own)::contains).toList())
                    .isEqualTo(own);
        }
    }

    private static ScriptCommand command() {
        return new LoneCommand(new ScriptCall<Long>() {
            @Override
            public Script script() {
                return SCRIPT;
            }

            @Override
            public Long readReply(ReplyReader reply) {
                return reply.asLong();
            }
        });
    }
}
