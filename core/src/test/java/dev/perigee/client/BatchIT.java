package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.perigee.Outcome;
import dev.perigee.error.BatchException;
import dev.perigee.error.ScriptArgumentException;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.Batch;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Calls for all elements of a collection, on one server. */
class BatchIT {

    private static final int WINDOW = 100;
    private static final Script ECHO = LuaCall.script("redis.call('INCR', 'runs') return tonumber(ARGV[1])");
    private static final Script FAILING = LuaCall.script("""
            if ARGV[1] % 10 == 5 then return redis.error_reply('SOLD_OUT nothing left') end
            if ARGV[1] % 10 == 7 then return 'text' end
            return tonumber(ARGV[1])
            """);

    private static RedisServer server;

    private Traffic traffic;
    private RedisClient redis;
    private ScriptClient client;
    private ScriptDispatch scripts;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger mostWaiting = new AtomicInteger();
    private volatile CompletableFuture<List<Long>> started = new CompletableFuture<>();

    /** The ways to send a batch. */
    enum Way {
        RESULTS,
        RESULTS_ASYNC,
        RESULTS_FLUX;

        List<Long> send(Batch<Long> batch) {
            return switch (this) {
                case RESULTS -> batch.results();
                case RESULTS_ASYNC -> batch.resultsAsync().join();
                case RESULTS_FLUX ->
                    batch.resultsFlux().collectList().toFuture().join();
            };
        }
    }

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void connect() {
        server.command("FLUSHALL");
        server.command("SCRIPT", "FLUSH");
        traffic = new Traffic();
        redis = RedisClient.create(traffic.resources(), RedisURI.create(server.uri()));
        client = ScriptClient.connect(redis, ScriptClientOptions.defaults().withMaxInFlight(WINDOW));
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, ECHO, FAILING, Counting.SCRIPT);
    }

    @AfterEach
    void disconnect() {
        client.close();
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        traffic.shutdown();
    }

    @ParameterizedTest
    @EnumSource
    void runsAHundredThousandCallsInOrderWithFewOfThemWaiting(Way way) {
        List<Long> elements = numbers(100_000);
        int flushes = traffic.flushes();

        assertThat(way.send(counted(elements))).isEqualTo(elements);
        assertThat(server.command("GET", "runs")).isEqualTo("100000");
        assertThat(mostWaiting.get()).isBetween(1, WINDOW);
        assertThat(traffic.flushes() - flushes).isLessThan(100_000 / WINDOW * 4);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingForAnEmptyCollection(Way way) {
        int flushes = traffic.flushes();
        assertThat(way.send(counted(List.of()))).isEmpty();
        assertThat(traffic.flushes()).isEqualTo(flushes);
    }

    @ParameterizedTest
    @EnumSource
    void sendsOneAtATimeIfToldSo(Way way) {
        try (ScriptClient narrow =
                ScriptClient.connect(redis, ScriptClientOptions.defaults().withMaxInFlight(1))) {
            scripts = narrow.bind(ScriptDispatch.ABI, Probe.class, ECHO);
            assertThat(way.send(counted(numbers(500)))).isEqualTo(numbers(500));
            assertThat(mostWaiting).hasValue(1);
        }
    }

    @Test
    void refusesACollectionThatIsNull() {
        assertThatThrownBy(() -> scripts.each(ECHO, "orders", null, element -> echo(1)))
                .isInstanceOf(ScriptArgumentException.class)
                .hasMessage("Probe.run: orders is null (probe/run.lua)");
    }

    @Test
    void sendsNothingBeforeItIsAsked() {
        Batch<Long> batch = counted(numbers(5));
        batch.resultsFlux();
        batch.outcomesFlux();
        assertThat(made).hasValue(0);
        batch.run();
        batch.run();
        assertThat(server.command("GET", "runs")).isEqualTo("10");
    }

    @Test
    void failsForEachFailingElementAlone() {
        List<Outcome<Long>> outcomes = failing(1000).outcomes();

        assertThat(outcomes).hasSize(1000);
        for (int i = 0; i < outcomes.size(); i++) {
            if (i % 10 == 3) {
                assertFailure(outcomes.get(i), ScriptArgumentException.class, "three is refused");
            } else if (i % 10 == 5) {
                assertFailure(outcomes.get(i), ScriptErrorException.class, "SOLD_OUT nothing left");
            } else if (i % 10 == 7) {
                assertFailure(outcomes.get(i), ScriptReplyException.class, "expected an integer");
            } else if (i % 10 == 9) {
                assertFailure(outcomes.get(i), ScriptNotExecutedException.class, "StackOverflowError");
            } else {
                assertThat(outcomes.get(i)).isEqualTo(new Outcome.Success<>((long) i));
            }
        }
        assertThat(failing(1000).outcomesAsync().join()).hasToString(outcomes.toString());
        assertThat(failing(1000).outcomesFlux().collectList().block()).hasToString(outcomes.toString());
    }

    @Test
    void throwsWhatHasFailedWhereResultsAreExpected() {
        BatchException thrown =
                catchThrowableOfType(BatchException.class, () -> failing(1000).results());
        assertThat(thrown).hasMessageContaining("400 of 1000 calls failed, the first for element 4: ");
        assertThat(thrown.outcomes()).hasSize(1000);
        assertThatThrownBy(() -> failing(100).run()).isInstanceOf(BatchException.class);
        assertThatThrownBy(() -> failing(100).runAsync().join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(BatchException.class);
        assertThatThrownBy(() -> failing(100).resultsAsync().join()).hasCauseInstanceOf(BatchException.class);
    }

    @Test
    void endsAFluxOfResultsWithTheFirstError() {
        List<Long> got = new ArrayList<>();
        assertThatThrownBy(
                        () -> failing(100_000).resultsFlux().doOnNext(got::add).blockLast())
                .isInstanceOf(ScriptArgumentException.class);
        assertThat(got).containsExactly(0L, 1L, 2L);
        assertThat(made.get()).isLessThan(3 * WINDOW);
    }

    @Test
    void refusesAHundredThousandElementsWithoutSendingAnything() {
        Batch<Long> batch = scripts.each(ECHO, "orders", numbers(100_000), element -> {
            throw new IllegalArgumentException("none of them");
        });
        assertThat(batch.outcomes()).hasSize(100_000).allMatch(Outcome.Failure.class::isInstance);
        assertThat(batch.outcomesAsync().join()).hasSize(100_000);
        assertThat(batch.outcomesFlux().count().block()).isEqualTo(100_000);
    }

    @Test
    void failsForTheElementsThatACollectionDoesNotGiveOut() {
        Collection<Long> changed = new ArrayList<>(numbers(1000));
        Batch<Long> batch = scripts.each(ECHO, "orders", changed, element -> {
            if (element == 500) {
                changed.remove(0L);
            }
            return echo(element);
        });
        List<Outcome<Long>> outcomes = batch.outcomes();
        assertThat(outcomes.subList(0, 501)).allMatch(Outcome.Success.class::isInstance);
        assertThat(outcomes).hasSize(1000);
        assertFailure(outcomes.get(501), ScriptNotExecutedException.class, "ConcurrentModificationException");
        assertThat(((Outcome.Failure<?>) outcomes.get(999)).error())
                .hasCauseInstanceOf(ConcurrentModificationException.class);
        assertThat(server.command("GET", "runs")).isEqualTo("501");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1500})
    void failsForTheElementsOfACollectionThatIsReplacedMeanwhile(int newSize) {
        Collection<Long> changed = new ArrayList<>(numbers(1000));
        Batch<Long> batch = scripts.each(ECHO, "orders", changed, element -> {
            if (element == 500) {
                changed.clear();
                changed.addAll(numbers(newSize));
            }
            return echo(element);
        });
        BatchException thrown = catchThrowableOfType(BatchException.class, batch::results);
        assertThat(thrown.outcomes()).hasSize(Math.max(1000, newSize));
        assertThat(thrown.outcomes().subList(0, 501)).allMatch(Outcome.Success.class::isInstance);
        assertThat(thrown.outcomes().subList(501, thrown.outcomes().size()))
                .allSatisfy(outcome ->
                        assertFailure(outcome, ScriptNotExecutedException.class, "ConcurrentModificationException"));
    }

    @ParameterizedTest
    @EnumSource
    void loadsAScriptAgainThatTheServerForgetsMeanwhile(Way way) {
        server.command("SCRIPT", "LOAD", ECHO.text());
        server.command("CONFIG", "RESETSTAT");
        List<Long> elements = numbers(10_000);
        Batch<Long> batch = scripts.each(ECHO, "orders", elements, element -> {
            if (element % 4000 == 2050) {
                server.command("SCRIPT", "FLUSH");
            }
            return echo(element);
        });
        assertThat(way.send(batch)).isEqualTo(elements);
        assertThat(server.command("GET", "runs")).isEqualTo("10000");
        assertThat(loads(server)).isBetween(1L, 4L);
    }

    @Test
    void loadsAScriptOnceForAllCallsThatMissIt() {
        server.command("CONFIG", "RESETSTAT");
        List<CompletableFuture<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            calls.add(scripts.callAsync(echo(i)));
        }
        calls.forEach(CompletableFuture::join);
        assertThat(server.command("GET", "runs")).isEqualTo("1000");
        assertThat(loads(server)).isBetween(1L, 3L);
    }

    @Test
    void sendsNoMoreAfterItsFutureWasCancelled() throws InterruptedException {
        Batch<Long> batch = scripts.each(ECHO, "orders", numbers(100_000), element -> {
            made.incrementAndGet();
            if (element == 1000) {
                started.cancel(true);
            }
            return echo(element);
        });
        startBeforeAnyReply(batch);
        await().until(started::isDone);

        assertThat(started).isCancelled();
        scripts.call(echo(0));
        assertThat(made).hasValue(1001);
        // the calls made together with that of element 1000 are not sent; two more calls than the batch's are counted
        assertThat(Integer.parseInt(String.valueOf(server.command("GET", "runs"))))
                .isLessThanOrEqualTo(1000 + 2);
    }

    @Test
    void takesNoMoreAfterItsFutureWasCancelledWhereAReplyIsRead() throws InterruptedException {
        try (ScriptClient narrow =
                ScriptClient.connect(redis, ScriptClientOptions.defaults().withMaxInFlight(2))) {
            scripts = narrow.bind(ScriptDispatch.ABI, Probe.class, ECHO);
            Batch<Long> batch = scripts.each(ECHO, "orders", numbers(1000), element -> {
                made.incrementAndGet();
                return LuaCall.of(ECHO, reply -> {
                            started.cancel(true);
                            return reply.asLong();
                        })
                        .arguments(1, argv -> argv.add(element));
            });
            startBeforeAnyReply(batch);
            await().until(started::isDone);

            scripts.call(echo(0));
            assertThat(made).hasValue(2);
        }
    }

    @Test
    void takesNoMoreAfterItsSubscriberCancelledInOnNext() {
        try (ScriptClient narrow =
                ScriptClient.connect(redis, ScriptClientOptions.defaults().withMaxInFlight(2))) {
            scripts = narrow.bind(ScriptDispatch.ABI, Probe.class, ECHO);
            CompletableFuture<Integer> madeBefore = new CompletableFuture<>();
            counted(numbers(1000)).resultsFlux().subscribe(new BaseSubscriber<>() {
                @Override
                protected void hookOnNext(Long value) {
                    cancel();
                    madeBefore.complete(made.get());
                }
            });
            int before = madeBefore.join();
            scripts.call(echo(0));
            assertThat(made).hasValue(before);
        }
    }

    @Test
    void sendsNoMoreAfterItsSubscriberHasEnough() {
        assertThat(counted(numbers(100_000))
                        .resultsFlux()
                        .take(150)
                        .collectList()
                        .block())
                .isEqualTo(numbers(150));
        assertThat(made.get()).isLessThanOrEqualTo(150 + 2 * WINDOW);
    }

    @Test
    void sendsNoMoreThanAWindowAheadOfWhatIsRequested() {
        List<Long> got = new ArrayList<>();
        BaseSubscriber<Long> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {}

            @Override
            protected void hookOnNext(Long value) {
                got.add(value);
            }
        };
        counted(numbers(1000)).resultsFlux().subscribe(subscriber);
        assertThat(made).hasValue(0);
        subscriber.request(10);
        await().until(() -> got.size() == 10 && read.get() == made.get());
        assertThat(made.get()).isLessThanOrEqualTo(10 + WINDOW);
        subscriber.requestUnbounded();
        await().until(subscriber::isDisposed);
        assertThat(got).isEqualTo(numbers(1000));
    }

    @Test
    void keepsTheInterruptAndSaysWhatRan() {
        Batch<Long> batch = scripts.each(Counting.SCRIPT, "orders", numbers(1000), element -> {
            if (element == 500) {
                Thread.currentThread().interrupt();
            }
            return Counting.call("call" + element, 0);
        });
        List<Outcome<Long>> outcomes = batch.outcomes();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes).hasSize(1000);
        assertThat(outcomes.subList(0, 300)).allMatch(Outcome.Success.class::isInstance);
        assertFailure(outcomes.get(999), ScriptNotExecutedException.class, "not sent: interrupted");
        scripts.call(echo(0));
        BatchBookkeeping.assertTrue(outcomes, i -> server.command("GET", "call" + i));
    }

    private Batch<Long> counted(List<Long> elements) {
        return scripts.each(ECHO, "orders", elements, element -> {
            int waiting = made.incrementAndGet() - read.get();
            mostWaiting.accumulateAndGet(waiting, Math::max);
            return LuaCall.of(ECHO, reply -> {
                        read.incrementAndGet();
                        return reply.asLong();
                    })
                    .arguments(1, argv -> argv.add(element));
        });
    }

    private Batch<Long> failing(int count) {
        return scripts.each(FAILING, "orders", numbers(count), element -> {
            made.incrementAndGet();
            if (element % 10 == 3) {
                throw new ScriptArgumentException("Probe.run", "probe/run.lua", "three is refused", null);
            }
            if (element % 10 == 9) {
                throw new StackOverflowError();
            }
            return LuaCall.of(FAILING, ReplyReader::asLong).arguments(1, argv -> argv.add(element));
        });
    }

    /** Starts a batch while the connection's event loop is held up, so that its future is there before any reply is read. */
    private void startBeforeAnyReply(Batch<Long> batch) throws InterruptedException {
        CountDownLatch heldUp = new CountDownLatch(1);
        CompletableFuture<Long> event = new CompletableFuture<>();
        CompletableFuture<Long> call = scripts.callAsync(LuaCall.of(ECHO, reply -> {
                    heldUp.countDown();
                    return event.join();
                })
                .arguments(1, argv -> argv.add(0)));
        assertThat(heldUp.await(10, TimeUnit.SECONDS)).isTrue();
        started = batch.resultsAsync();
        event.complete(0L);
        call.join();
    }

    private static ScriptCall<Long> echo(long value) {
        return LuaCall.of(ECHO, ReplyReader::asLong).arguments(1, argv -> argv.add(value));
    }

    private static List<Long> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> (long) i).toList();
    }

    static long loads(RedisServer server) {
        return String.valueOf(server.command("INFO", "commandstats"))
                .lines()
                .filter(line -> line.startsWith("cmdstat_script|load:") || line.startsWith("cmdstat_script:"))
                .map(line -> line.replaceAll(".*?:calls=(\\d+),.*", "$1"))
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static void assertFailure(Outcome<?> outcome, Class<?> type, String message) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failure.class,
                        failure -> assertThat(((Outcome.Failure<?>) failure).error())
                                .isInstanceOf(type)
                                .hasMessageContaining(message));
    }
}
