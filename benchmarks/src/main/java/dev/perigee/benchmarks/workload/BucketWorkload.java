package dev.perigee.benchmarks.workload;

import dev.perigee.benchmarks.workload.RateLimit.Decision;
import dev.perigee.client.ScriptClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Token buckets in turn, which hold more than is ever taken; time stands still. */
final class BucketWorkload extends Workload {

    private static final long NOW = 1_790_000_000_000L;
    private static final long CAPACITY = 1_000_000;
    private static final long RATE = 10_000;
    private static final long WANTED = 1;

    private final List<String> names = Names.of("caller-");
    private final List<Call> calls = names.stream()
            .map(name -> new Call(
                    List.of("bucket:" + IncrWorkload.tagged(name)),
                    List.of(Long.toString(NOW), Long.toString(CAPACITY), Long.toString(RATE), Long.toString(WANTED))))
            .toList();

    BucketWorkload() {
        super("2 KB", "bucket.lua");
    }

    @Override
    public boolean returnsInteger() {
        return false;
    }

    @Override
    public Call call(int number) {
        return Names.at(calls, number);
    }

    @Override
    public Object value(long first, long second, long third) {
        return new Decision(first == 1, second, third);
    }

    @Override
    public boolean isPlausible(Object value) {
        return value instanceof Decision decision && decision.taken() && decision.left() > 0;
    }

    @Override
    public Map<String, String> seed() {
        return Map.of();
    }

    @Override
    public Bound bind(ScriptClient client) {
        RateLimit limit = client.create(RateLimit.class);
        return new Bound() {
            @Override
            public Object call(int number) {
                return limit.take(Names.at(names, number), NOW, CAPACITY, RATE, WANTED);
            }

            @Override
            public CompletableFuture<?> send(int number) {
                return limit.takeLater(Names.at(names, number), NOW, CAPACITY, RATE, WANTED)
                        .toCompletableFuture();
            }

            @Override
            public List<?> each(int from, int count) {
                return limit.takeForAll(Names.some(names, from, count), NOW, CAPACITY, RATE, WANTED);
            }
        };
    }
}
