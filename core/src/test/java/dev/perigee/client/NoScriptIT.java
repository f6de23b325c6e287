package dev.perigee.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perigee.client.FlashSale.Outcome;
import dev.perigee.client.FlashSale.Purchase;
import dev.perigee.error.ScriptErrorException;
import dev.perigee.error.ScriptNotExecutedException;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptDispatch;
import dev.perigee.servers.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts that the server lacks, and scripts that only say so. */
class NoScriptIT {

    private static RedisServer server;
    private static RedisClient redis;

    private ScriptClient client;
    private FlashSale sale;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        redis = RedisClient.create(RedisURI.create(server.uri()));
    }

    @AfterAll
    static void stop() {
        redis.shutdown();
        server.close();
    }

    @BeforeEach
    void connect() {
        server.command("FLUSHALL");
        server.command("SCRIPT", "FLUSH");
        client = ScriptClient.connect(redis);
        sale = client.create(FlashSale.class);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void loadsAScriptOnItsFirstCall() {
        server.command("SET", "sale:{moon}:stock", "5");

        assertThat(sale.buy("moon", "u1", 2)).isEqualTo(new Purchase(Outcome.SOLD, 3));
        assertThat(sale.buy("moon", "u1", 1)).isEqualTo(new Purchase(Outcome.ALREADY_BOUGHT, 3));
        assertThat(sale.buy("moon", "u2", 4)).isEqualTo(new Purchase(Outcome.SOLD_OUT, 3));
        assertThat(sale.buyers("moon")).containsExactly("u1");
    }

    @Test
    void loadsAScriptAgainAfterTheServerForgotIt() {
        server.command("SET", "sale:{moon}:stock", "5");
        sale.buy("moon", "u1", 1);
        server.command("SCRIPT", "FLUSH");

        assertThat(sale.buy("moon", "u2", 1)).isEqualTo(new Purchase(Outcome.SOLD, 3));
    }

    @Test
    void loadsScriptsForAsynchronousCallsToo() {
        server.command("SET", "sale:{moon}:stock", "5");

        assertThat(sale.buyAsync("moon", "u1", 1).toCompletableFuture().join())
                .isEqualTo(new Purchase(Outcome.SOLD, 4));
    }

    @Test
    void servesManyThreadsThatMissTheScriptAtOnce() throws Exception {
        int threads = 32;
        server.command("SET", "sale:{moon}:stock", "100");
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Purchase>> calls = IntStream.range(0, threads)
                    .<Callable<Purchase>>mapToObj(user -> () -> {
                        together.await();
                        return sale.buy("moon", "u" + user, 1);
                    })
                    .toList();
            for (Future<Purchase> call : executor.invokeAll(calls)) {
                assertThat(call.get().outcome()).isEqualTo(Outcome.SOLD);
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(server.command("GET", "sale:{moon}:stock")).isEqualTo("68");
    }

    /** Each time just before the call is sent, so that loading the script was in vain. */
    @Test
    void loadsAScriptAsOftenAsTheServerForgetsIt() {
        server.command("SET", "sale:{moon}:stock", "5");
        AtomicInteger left = new AtomicInteger(10);
        ClientResources resources = ClientResources.builder()
                .nettyCustomizer(new Writes("EVALSHA", () -> {
                    if (left.getAndDecrement() > 0) {
                        server.command("SCRIPT", "FLUSH");
                    }
                }))
                .build();
        RedisClient forgetful = RedisClient.create(resources, RedisURI.create(server.uri()));
        try (ScriptClient other = ScriptClient.connect(forgetful)) {
            assertThat(other.create(FlashSale.class).buy("moon", "u1", 1)).isEqualTo(new Purchase(Outcome.SOLD, 4));
            assertThat(left.get()).isNotPositive();
        } finally {
            forgetful.shutdown(Duration.ZERO, Duration.ofSeconds(2));
            resources.shutdown(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
        }
    }

    /** Does something before anything with this word in it is written. */
    private record Writes(String word, Runnable action) implements NettyCustomizer {

        @Override
        public void afterChannelInitialized(Channel channel) {
            channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
                @Override
                public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
                        throws Exception {
                    if (message instanceof ByteBuf bytes
                            && bytes.toString(StandardCharsets.ISO_8859_1).contains(word)) {
                        action.run();
                    }
                    super.write(context, message, promise);
                }
            });
        }
    }

    @Test
    void losesNoneOfManyAsynchronousCallsWhenTheServerForgetsScriptsInBetween() {
        int calls = 2000;
        server.command("SET", "sale:{moon}:stock", Integer.toString(calls));
        List<CompletableFuture<Purchase>> purchases = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            if (i % 500 == 250) {
                server.command("SCRIPT", "FLUSH");
            }
            purchases.add(sale.buyAsync("moon", "u" + i, 1).toCompletableFuture());
        }
        assertThat(purchases)
                .allSatisfy(purchase -> assertThat(purchase.join().outcome()).isEqualTo(Outcome.SOLD));
        assertThat(server.command("GET", "sale:{moon}:stock")).isEqualTo("0");
    }

    @Test
    void doesNotRunAScriptAgainThatSaysNoscriptItself() {
        Script script = LuaCall.script("redis.call('INCR', 'runs') return redis.error_reply('NOSCRIPT mine')");
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);

        assertThatThrownBy(() -> scripts.call(LuaCall.of(script, ReplyReader::asLong)))
                .isInstanceOfSatisfying(
                        ScriptErrorException.class, e -> assertThat(e.code()).isEqualTo("NOSCRIPT"))
                .hasMessageContaining("mine");
        assertThat(server.command("GET", "runs")).isEqualTo("1");

        assertThatThrownBy(() -> scripts.call(LuaCall.of(script, ReplyReader::asLong)))
                .isInstanceOf(ScriptErrorException.class);
        assertThat(server.command("GET", "runs")).isEqualTo("2");
    }

    @Test
    void doesNotRunAScriptAgainInWhichTheServersOwnWordsAreRaised() {
        Script script = LuaCall.script(
                "redis.call('INCR', 'runs')" + " error({err='NOSCRIPT No matching script. Please use EVAL.'})");
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);

        assertThatThrownBy(() -> scripts.call(LuaCall.of(script, ReplyReader::asLong)))
                .isInstanceOf(ScriptErrorException.class);
        assertThat(server.command("GET", "runs")).isEqualTo("1");
    }

    @Test
    void saysWhyAScriptCannotBeLoaded() {
        Script script = LuaCall.script("return )");
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);

        assertThatThrownBy(() -> scripts.call(LuaCall.of(script, ReplyReader::asLong)))
                .isInstanceOf(ScriptNotExecutedException.class)
                .hasMessageContaining("loading it failed")
                .hasMessageContaining("unexpected symbol near ')'");
    }

    @Test
    void saysThatTheTextIsNotTheOneOfTheSha1() {
        Script script = Script.of("Probe.run", "probe/run.lua", "b".repeat(40), 0, 0, "return 1");
        ScriptDispatch scripts = client.bind(ScriptDispatch.ABI, Probe.class, script);

        assertThatThrownBy(() -> scripts.call(LuaCall.of(script, ReplyReader::asLong)))
                .isInstanceOf(ScriptNotExecutedException.class)
                .hasMessageContaining("but its invoker was generated with " + "b".repeat(40));
    }

    @Test
    void loadsScriptsInAdvance() {
        assertThat(client.loadScripts()).isEqualTo(2);

        List<?> exist = (List<?>) server.command(
                "SCRIPT",
                "EXISTS",
                "ce71cbc71a1442275051e0f37a27efa6e6507e2c",
                "c0f2d41b1915f9ddef431decbcfc0bc5d9b7b9e9");
        assertThat(exist).hasToString("[1, 1]");
    }

    @Test
    void survivesARestartOfTheServer() {
        sale.buyers("moon");
        server.restart();

        assertThat(sale.buyers("moon")).isEmpty();
    }
}
