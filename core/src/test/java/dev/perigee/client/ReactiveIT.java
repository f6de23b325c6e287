package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.error.ScriptErrorException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls by subscription. */
class ReactiveIT {

    private static final Script LIST = LuaCall.script("redis.call('INCR', 'runs') return {'a', 'b', 'c'}");
    private static final Script HOLES = LuaCall.script("return {'a', false, 'c'}");
    private static final Script NIL = LuaCall.script("return nil");

    private static RedisServer server;
    private static RedisClient redis;

    private ScriptClient client;
    private ScriptDispatch scripts;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
    }

    @AfterAll
    static void stop() {
        redis.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        server.close();
    }

    @BeforeEach
    void connect() {
        server.command("FLUSHALL");
        server.command("SCRIPT", "FLUSH");
        client = ScriptClient.connect(redis);
        scripts = client.bind(ScriptDispatch.ABI, Probe.class, Counting.SCRIPT, LIST, HOLES, NIL);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void callsAtEachSubscriptionAndNotBefore() {
        AtomicInteger made = new AtomicInteger();
        Mono<Long> runs = scripts.callMono(() -> {
            made.incrementAndGet();
            return Counting.call("runs", 0);
        });
        assertThat(made).hasValue(0);
        assertThat(runs.block()).isEqualTo(1);
        assertThat(runs.block()).isEqualTo(2);
        assertThat(made).hasValue(2);
    }

    @Test
    void isEmptyWhereTheReplyIsReadIntoNull() {
        Mono<String> nothing = scripts.callMono(() -> LuaCall.<String>of(NIL, reply -> {
            reply.asOptional(ReplyReader::asString);
            return null;
        }));
        assertThat(nothing.blockOptional()).isEmpty();
    }

    @Test
    void tellsTheSubscriberOfRefusedArguments() {
        IllegalArgumentException refusal = new IllegalArgumentException("refused");
        Mono<Long> mono = scripts.callMono(() -> {
            throw refusal;
        });
        Flux<String> flux = scripts.callFlux(() -> {
            throw refusal;
        });
        assertThatThrownBy(mono::block).isSameAs(refusal);
        assertThatThrownBy(flux::blockLast).isSameAs(refusal);
    }

    @Test
    void endsWithTheServersError() {
        server.command("SET", "text", "none");
        assertThatThrownBy(
                        () -> scripts.callMono(() -> Counting.call("text", 0)).block())
                .isInstanceOf(ScriptErrorException.class);
    }

    @Test
    void emitsTheElementsOfAListAsTheyAreRequested() {
        Flux<String> flux = scripts.callFlux(() -> LuaCall.of(LIST, r -> r.asList(ReplyReader::asString)));
        assertThat(flux.collectList().block()).containsExactly("a", "b", "c");
        List<String> got = new ArrayList<>();
        assertThat(flux.doOnNext(got::add).take(2).blockLast()).isEqualTo("b");
        assertThat(got).containsExactly("a", "b");
        assertThat(server.command("GET", "runs")).isEqualTo("2");
    }

    @Test
    void leavesOutElementsThatAreReadIntoNull() {
        Flux<String> flux = scripts.callFlux(() -> LuaCall.of(HOLES, ReactiveIT::withNulls));
        assertThat(flux.collectList().block()).containsExactly("a", "c");
    }

    @SuppressWarnings("NullAway") // as generated code reads a list of @Nullable elements
    private static List<String> withNulls(ReplyReader reply) {
        return reply.asList(element -> element.asNullable(ReplyReader::asString));
    }

    @Test
    void keepsTheContextOfTheSubscriber() {
        Mono<String> who = scripts.callMono(() -> Counting.call("runs", 0))
                .flatMap(runs -> Mono.deferContextual(context -> Mono.just(context.get("who") + ":" + runs)))
                .contextWrite(context -> context.put("who", "me"));
        assertThat(who.block()).isEqualTo("me:1");
    }
}
