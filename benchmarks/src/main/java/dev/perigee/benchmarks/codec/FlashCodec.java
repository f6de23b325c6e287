package dev.perigee.benchmarks.codec;

import dev.perigee.benchmarks.workload.Call;
import dev.perigee.benchmarks.workload.FlashSale;
import dev.perigee.benchmarks.workload.FlashSale.Purchase;
import dev.perigee.benchmarks.workload.Workload;
import dev.perigee.client.ScriptClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Two keys and two arguments to a record. */
@State(Scope.Thread)
public class FlashCodec implements AutoCloseable {

    private static final String REPLY = "*2\r\n:1\r\n:999999\r\n";
    private static final String ITEM = "moon-lamp-0";
    private static final int QUANTITY = 1;

    private final Workload workload = Workload.named("flash");
    private final LoopbackClient client = new LoopbackClient(REPLY);
    private final StatefulRedisConnection<String, String> lettuce = client.connect();
    private final FlashSale sale = ScriptClient.connect(client).create(FlashSale.class);
    private final List<String> buyers = new ArrayList<>();
    private int next;

    /** Connects. */
    public FlashCodec() {
        for (int i = 0; i < Workload.BATCH; i++) {
            buyers.add(workload.call(i).arguments()[0]);
        }
    }

    private int next() {
        next = (next + 1) % Workload.BATCH;
        return next;
    }

    @Benchmark
    public Object lettuce() {
        Call call = workload.call(next());
        List<Object> reply =
                lettuce.sync().evalsha(workload.sha1(), ScriptOutputType.MULTI, call.keys(), call.arguments());
        return workload.read(reply);
    }

    @Benchmark
    public Purchase perigee() {
        return sale.buy(ITEM, buyers.get(next()), QUANTITY);
    }

    @Benchmark
    public RedisFuture<List<Object>> lettuceAsync() {
        Call call = workload.call(next());
        return lettuce.async().evalsha(workload.sha1(), ScriptOutputType.MULTI, call.keys(), call.arguments());
    }

    @Benchmark
    public CompletionStage<Purchase> perigeeAsync() {
        return sale.buyLater(ITEM, buyers.get(next()), QUANTITY);
    }

    @Benchmark
    @OperationsPerInvocation(Workload.BATCH)
    public List<Purchase> perigeeEach() {
        return sale.buyAll(ITEM, buyers, QUANTITY);
    }

    @Override
    @TearDown
    public void close() {
        client.shutdown();
    }

    String lastRequest() {
        return client.lastRequest();
    }
}
