package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutboxTest {

    private static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "a".repeat(40), 0, 0, "return 1");

    private final List<List<ScriptCommand>> flushes = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean connected = true;
    private final Outbox outbox = new Outbox(
            one -> flushes.add(List.of(one)), many -> flushes.add(List.copyOf(many)), () -> connected, tasks::add);

    @Test
    void sendsOneCommandAtOnce() {
        ScriptCommand first = command();
        outbox.send(first);
        outbox.written(first);
        ScriptCommand second = command();
        outbox.send(second);

        assertThat(flushes).containsExactly(List.of(first), List.of(second));
        assertThat(tasks).isEmpty();
    }

    @Test
    void sendsTogetherInOrderWhatCameBeforeTheFirstWasWritten() {
        ScriptCommand first = command();
        List<ScriptCommand> late = commands(4);
        outbox.send(first);
        late.forEach(outbox::send);
        assertThat(flushes).containsExactly(List.of(first));

        outbox.written(first);
        runTasks();

        assertThat(flushes).containsExactly(List.of(first), late);
        assertThat(late).allSatisfy(command -> assertThat(command.before).isNull());
    }

    @Test
    void waitsForTheLastOfAGroup() {
        ScriptCommand first = command();
        List<ScriptCommand> group = commands(2);
        outbox.send(first);
        group.forEach(outbox::send);
        outbox.written(first);
        runTasks();
        ScriptCommand last = command();
        outbox.send(last);

        outbox.written(group.get(0));
        runTasks();
        assertThat(flushes).containsExactly(List.of(first), group);

        outbox.written(group.get(1));
        runTasks();
        assertThat(flushes).containsExactly(List.of(first), group, List.of(last));
    }

    @Test
    void givesTheServerTheFirstOfManyBeforeTheLastAreWritten() {
        ScriptCommand first = command();
        List<ScriptCommand> many = commands(42);
        outbox.send(first);
        many.forEach(outbox::send);
        outbox.written(first);
        runTasks();

        assertThat(flushes)
                .containsExactly(
                        List.of(first),
                        many.subList(0, 11),
                        many.subList(11, 22),
                        many.subList(22, 33),
                        many.subList(33, 42));
    }

    @Test
    void sendsABatchWithOneFlush() {
        List<ScriptCommand> batch = commands(42);
        outbox.send(batch);
        outbox.written(batch.get(41));
        outbox.send(batch.subList(0, 7));

        assertThat(flushes).containsExactly(batch, batch.subList(0, 7));
    }

    @Test
    void keepsABatchBehindWhatCameBeforeIt() {
        ScriptCommand first = command();
        ScriptCommand second = command();
        List<ScriptCommand> batch = commands(2);
        outbox.send(first);
        outbox.send(second);
        outbox.send(batch);
        outbox.written(first);
        runTasks();

        assertThat(flushes).containsExactly(List.of(first), List.of(second, batch.get(0), batch.get(1)));
    }

    @Test
    void doesNotWaitForACommandThatHasEndedUnwritten() {
        ScriptCommand first = command();
        ScriptCommand second = command();
        outbox.send(first);
        outbox.send(second);

        first.withdraw();
        outbox.ended(first);
        runTasks();
        assertThat(flushes).containsExactly(List.of(first), List.of(second));

        second.withdraw();
        outbox.ended(second);
        runTasks();
        ScriptCommand given = command();
        given.withdraw();
        outbox.send(given);
        runTasks();
        ScriptCommand last = command();
        outbox.send(last);
        assertThat(flushes).endsWith(List.of(given), List.of(last));
    }

    @Test
    void waitsForNothingWhileTheConnectionIsGone() {
        ScriptCommand first = command();
        ScriptCommand second = command();
        outbox.send(first);
        outbox.send(second);
        connected = false;
        outbox.disconnected();
        runTasks();
        ScriptCommand third = command();
        outbox.send(third);
        runTasks();
        ScriptCommand fourth = command();
        outbox.send(fourth);

        assertThat(flushes).containsExactly(List.of(first), List.of(second), List.of(third), List.of(fourth));
        runTasks();
        outbox.written(first);
        assertThat(tasks).isEmpty();
    }

    @Test
    void keepsTheTurnUntilAllOfAGroupIsHandedOver() {
        ScriptCommand first = command();
        List<ScriptCommand> group = commands(42);
        ScriptCommand newest = group.get(41);
        ScriptCommand late = command();
        List<List<ScriptCommand>> parts = new ArrayList<>();
        Outbox[] box = new Outbox[1];
        box[0] = new Outbox(
                one -> parts.add(List.of(one)),
                many -> {
                    parts.add(List.copyOf(many));
                    if (many.contains(group.get(0))) {
                        newest.withdraw();
                        box[0].ended(newest);
                        box[0].disconnected();
                        box[0].send(late);
                        runTasks();
                    }
                },
                () -> connected,
                tasks::add);
        box[0].send(first);
        group.forEach(box[0]::send);
        box[0].written(first);
        runTasks();

        assertThat(parts).hasSize(6).startsWith(List.of(first)).endsWith(List.of(late));
        assertThat(parts.stream().flatMap(List::stream).toList().subList(1, 43)).isEqualTo(group);
    }

    @Test
    void noticesALossThatIsOverWhenAGroupIsHandedOver() {
        ScriptCommand first = command();
        ScriptCommand second = command();
        Outbox[] box = new Outbox[1];
        box[0] = new Outbox(
                one -> {
                    flushes.add(List.of(one));
                    if (one == first) {
                        box[0].disconnected();
                    }
                },
                many -> flushes.add(List.copyOf(many)),
                () -> connected,
                tasks::add);
        box[0].send(first);
        box[0].send(second);
        runTasks();

        assertThat(flushes).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void endsWhatItCannotHandOverAndGoesOn() {
        ScriptCommand first = command();
        LoneCommand broken = command();
        ScriptCommand last = command();
        Outbox[] box = new Outbox[1];
        box[0] = new Outbox(
                one -> {
                    if (one == broken) {
                        throw new StackOverflowError("too deep");
                    }
                    flushes.add(List.of(one));
                },
                many -> flushes.add(List.copyOf(many)),
                () -> connected,
                tasks::add);
        box[0].send(first);
        box[0].written(first);
        assertThatThrownBy(() -> box[0].send(broken)).isInstanceOf(StackOverflowError.class);
        runTasks();
        box[0].send(last);

        assertThat(broken.events).containsExactly("failed, not sent: too deep");
        assertThat(flushes).containsExactly(List.of(first), List.of(last));
    }

    @Test
    void losesNoneAndKeepsEachThreadsOrder() throws InterruptedException {
        int threads = 8;
        int each = 5_000;
        Queue<ScriptCommand> sent = new ConcurrentLinkedQueue<>();
        BlockingQueue<Runnable> loop = new LinkedBlockingQueue<>();
        Outbox[] shared = new Outbox[1];
        shared[0] = new Outbox(
                one -> loop.add(() -> write(shared[0], sent, List.of(one))),
                many -> loop.add(() -> write(shared[0], sent, many)),
                () -> true,
                loop::add);
        List<List<ScriptCommand>> commands =
                Stream.generate(() -> commands(each)).limit(threads).toList();
        CountDownLatch start = new CountDownLatch(1);
        for (List<ScriptCommand> own : commands) {
            new Thread(() -> {
                        try {
                            start.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        own.subList(0, each / 2).forEach(shared[0]::send);
                        shared[0].send(own.subList(each / 2, each / 2 + 10));
                        own.subList(each / 2 + 10, each).forEach(shared[0]::send);
                    })
                    .start();
        }
        start.countDown();
        while (sent.size() < threads * each) {
            loop.take().run();
        }
        assertThat(sent).doesNotHaveDuplicates();
        for (List<ScriptCommand> own : commands) {
            assertThat(sent.stream().filter(new HashSet<>(own)::contains).toList())
                    .isEqualTo(own);
        }
    }

    @Test
    void endsAllOfAGroupThatItCannotHandOver() {
        Outbox[] box = new Outbox[1];
        box[0] = new Outbox(
                one -> flushes.add(List.of(one)),
                many -> {
                    throw new StackOverflowError("too deep");
                },
                () -> connected,
                tasks::add);
        List<LoneCommand> batch = List.of(command(), command());
        assertThatThrownBy(() -> box[0].send(List.copyOf(batch))).isInstanceOf(StackOverflowError.class);
        LoneCommand first = command();
        List<LoneCommand> late = List.of(command(), command());
        box[0].send(first);
        late.forEach(box[0]::send);
        box[0].written(first);
        assertThatThrownBy(this::runTasks).isInstanceOf(StackOverflowError.class);
        LoneCommand last = command();
        box[0].send(last);

        assertThat(batch).allSatisfy(command -> assertThat(command.isDone()).isTrue());
        assertThat(late).allSatisfy(command -> assertThat(command.isDone()).isTrue());
        assertThat(flushes).containsExactly(List.of(first), List.of(last));
    }

    private static void write(Outbox outbox, Queue<ScriptCommand> sent, List<ScriptCommand> commands) {
        for (ScriptCommand command : commands) {
            outbox.written(command);
            sent.add(command);
        }
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static List<ScriptCommand> commands(int count) {
        return IntStream.range(0, count).<ScriptCommand>mapToObj(i -> command()).toList();
    }

    private static LoneCommand command() {
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
