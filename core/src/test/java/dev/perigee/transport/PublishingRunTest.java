package dev.perigee.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.invoke.NoCodecs;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Subscribers that throw, which they must not. */
class PublishingRunTest {

    private static final int WINDOW = 4;

    private static final ClientResources RESOURCES = ClientResources.create();

    private final Wire wire = new Wire(RESOURCES);
    private final TransportSettings settings = new TransportSettings(false, Duration.ZERO, null, false);
    private final ScriptTransport transport =
            new ScriptTransport(new OneServer("server", wire.connection(), settings, null), settings);
    private final Throwing subscriber = new Throwing();

    @AfterAll
    static void stop() {
        RESOURCES.shutdown(0, 0, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void takesBackWhatIsInFlightWhenOnNextThrows() {
        subscriber.throwsIn = "next";
        PublishingRun<Integer, Long, Object> run = run(10);
        run.request(10);
        assertThat(wire.sent()).hasSize(WINDOW);
        Wire.encode(wire.sent().get(1));
        wire.answer(0, ":1\r\n");

        assertThat(subscriber.events).containsExactly("next 1", "error a broken subscriber");
        assertThat(wire.sent()).hasSize(WINDOW).allMatch(RedisCommand::isDone);
        assertThat(wire.sent().subList(2, WINDOW))
                .allSatisfy(command -> assertThat(Wire.encode(command)).isEqualTo(Wire.PING));
        assertThat(run.isClosed()).isTrue();
        assertThat(run.isFinished()).isTrue();
    }

    @Test
    void doesNothingMoreAfterwards() {
        subscriber.throwsIn = "next";
        PublishingRun<Integer, Long, Object> run = run(10);
        run.request(1);
        wire.answer(0, ":1\r\n");
        for (int late = 1; late < WINDOW; late++) {
            wire.answer(late, ":2\r\n");
        }
        run.request(5);
        run.cancel();

        assertThat(wire.sent()).hasSize(WINDOW);
        assertThat(subscriber.events).containsExactly("next 1", "error a broken subscriber");
    }

    @Test
    void endsWhenOnCompleteThrows() {
        subscriber.throwsIn = "complete";
        PublishingRun<Integer, Long, Object> run = run(1);
        run.request(1);
        wire.answer(0, ":1\r\n");

        assertThat(subscriber.events).containsExactly("next 1", "complete", "error a broken subscriber");
        assertThat(run.isClosed()).isTrue();
    }

    @Test
    void endsWhenOnErrorThrowsAsWell() {
        subscriber.throwsIn = "next error";
        PublishingRun<Integer, Long, Object> run = run(10);
        run.request(10);
        wire.answer(0, ":1\r\n");

        assertThat(subscriber.events).containsExactly("next 1", "error a broken subscriber");
        assertThat(wire.sent()).allMatch(RedisCommand::isDone);
        assertThat(run.isClosed()).isTrue();
    }

    @Test
    void throwsNothingAtWhoRequests() {
        subscriber.throwsIn = "next";
        PublishingRun<Integer, Long, Object> run = run(10, element -> {
            throw new IllegalArgumentException("refused");
        });
        run.request(10);

        assertThat(subscriber.events).hasSize(2).last().isEqualTo("error a broken subscriber");
        assertThat(wire.sent()).isEmpty();
        assertThat(run.isClosed()).isTrue();
    }

    private PublishingRun<Integer, Long, Object> run(int elements) {
        return run(elements, element -> new PlainCall(PlainCall.SCRIPT));
    }

    private PublishingRun<Integer, Long, Object> run(int elements, Function<Integer, ScriptCall<Long>> call) {
        BoundScript bound = new BoundScript(transport, new ReplyDecoding(NoCodecs.INSTANCE), PlainCall.SCRIPT);
        return new PublishingRun<>(
                new BatchSource<>(
                        bound, WINDOW, IntStream.range(0, elements).boxed().toList(), call),
                subscriber,
                result -> result);
    }

    private static final class Throwing implements Subscriber<Object> {

        final List<String> events = new ArrayList<>();
        String throwsIn = "";

        @Override
        public void onSubscribe(Subscription subscription) {}

        @Override
        public void onNext(Object value) {
            is("next", " " + value);
        }

        @Override
        public void onError(Throwable cause) {
            is("error", " " + cause.getMessage());
        }

        @Override
        public void onComplete() {
            is("complete", "");
        }

        private void is(String event, String detail) {
            events.add(event + detail);
            if (throwsIn.contains(event)) {
                throw new IllegalStateException("a broken subscriber");
            }
        }
    }
}
