package dev.perigee.benchmarks.codec;

import dev.perigee.benchmarks.workload.Call;
import dev.perigee.benchmarks.workload.Counter;
import dev.perigee.benchmarks.workload.Workload;
import dev.perigee.client.ScriptClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One key and one argument to a number. */
@State(Scope.Thread)
public class IncrCodec implements AutoCloseable {

    private static final String REPLY = ":4711\r\n";
    private static final long AMOUNT = 1;

    private final Workload workload = Workload.named("incr");
    private final LoopbackClient client = new LoopbackClient(REPLY);
    private final StatefulRedisConnection<String, String> lettuce = client.connect();
    private final Counter counter = ScriptClient.connect(client).create(Counter.class);
    private final List<String> names =
            IntStream.range(0, Workload.BATCH).mapToObj(i -> "page-" + i).toList();
    private int next;

    private int next() {
        next = (next + 1) % Workload.BATCH;
        return next;
    }

    @Benchmark
    public long lettuce() {
        Call call = workload.call(next());
        Long reply = lettuce.sync().evalsha(workload.sha1(), ScriptOutputType.INTEGER, call.keys(), call.arguments());
        return reply;
    }

    @Benchmark
    public long perigee() {
        return counter.add(names.get(next()), AMOUNT);
    }

    @Benchmark
    public RedisFuture<Long> lettuceAsync() {
        Call call = workload.call(next());
        return lettuce.async().evalsha(workload.sha1(), ScriptOutputType.INTEGER, call.keys(), call.arguments());
    }

    @Benchmark
    public CompletionStage<Long> perigeeAsync() {
        return counter.addLater(names.get(next()), AMOUNT);
    }

    @Benchmark
    @OperationsPerInvocation(Workload.BATCH)
    public List<Long> perigeeEach() {
        return counter.addAll(names, AMOUNT);
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
