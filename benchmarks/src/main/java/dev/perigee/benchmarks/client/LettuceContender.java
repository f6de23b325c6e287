package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Call;
import dev.perigee.benchmarks.workload.Workload;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Lettuce, the measure of all others: one connection shared by all callers, with strings, as its documentation advises. Only
 * where the caller flushes itself each has a connection of its own, since that setting is the connection's.
 */
final class LettuceContender implements Contender {

    private final AbstractRedisClient client;
    private final LettuceLink shared;
    private final PerCaller<LettuceLink> unflushed;

    LettuceContender(Deployment deployment) {
        List<RedisURI> uris = deployment.uris().stream().map(RedisURI::create).toList();
        Supplier<LettuceLink> open;
        if (deployment.topology() == Topology.CLUSTER) {
            RedisClusterClient cluster = RedisClusterClient.create(uris);
            client = cluster;
            open = () -> LettuceLink.open(cluster);
        } else {
            RedisClient single = RedisClient.create(uris.get(0));
            client = single;
            open = () -> LettuceLink.open(single);
        }
        shared = open.get();
        unflushed = new PerCaller<>(() -> open.get().withoutAutoFlush());
    }

    @Override
    public List<Contestant> contestants(Mode mode, Workload workload) {
        unflushed.close();
        Operation.Async async = number -> evalsha(shared, workload, number);
        Operation.Async dispatch = number -> dispatch(workload, number);
        return switch (mode) {
            case SYNC -> List.of(new Contestant("Lettuce", sync(workload)));
            case ASYNC ->
                List.of(new Contestant("Lettuce", async), new Contestant("Lettuce dispatch, own output", dispatch));
            case BATCH ->
                List.of(
                        new Contestant("Lettuce", Operation.Batch.of(async)),
                        new Contestant("Lettuce, flushed by hand", flushedByHand(workload)));
        };
    }

    private Operation.Sync sync(Workload workload) {
        ScriptOutputType type = type(workload);
        return number -> {
            Call call = workload.call(number);
            return shared.sync().evalsha(workload.sha1(), type, call.keys(), call.arguments());
        };
    }

    private static CompletableFuture<?> evalsha(LettuceLink link, Workload workload, int number) {
        Call call = workload.call(number);
        return link.async()
                .evalsha(workload.sha1(), type(workload), call.keys(), call.arguments())
                .toCompletableFuture();
    }

    private CompletableFuture<?> dispatch(Workload workload, int number) {
        Call call = workload.call(number);
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8)
                .add(workload.sha1())
                .add(call.keys().length)
                .addKeys(call.keys())
                .addValues(call.arguments());
        return shared.async()
                .dispatch(CommandType.EVALSHA, new IntegersOutput(workload), arguments)
                .toCompletableFuture();
    }

    private Operation.Batch flushedByHand(Workload workload) {
        return (from, count) -> {
            LettuceLink link = unflushed.get();
            List<CompletableFuture<?>> sent = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                sent.add(evalsha(link, workload, from + i));
            }
            link.connection().flushCommands();
            return Operation.Batch.joined(sent);
        };
    }

    private static ScriptOutputType type(Workload workload) {
        return workload.returnsInteger() ? ScriptOutputType.INTEGER : ScriptOutputType.MULTI;
    }

    @Override
    public void close() {
        unflushed.close();
        shared.close();
        client.shutdown();
    }
}
