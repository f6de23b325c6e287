package dev.perigee.benchmarks.workload;

import dev.perigee.client.ScriptClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Counters in turn. */
final class IncrWorkload extends Workload {

    private static final long AMOUNT = 1;

    private final List<String> names = Names.of("page-");
    private final List<Call> calls = names.stream()
            .map(name -> new Call(List.of("counter:" + tagged(name)), List.of(Long.toString(AMOUNT))))
            .toList();

    IncrWorkload() {
        super("incr", "incr.lua");
    }

    static String tagged(String name) {
        return "{" + name + "}";
    }

    @Override
    public boolean returnsInteger() {
        return true;
    }

    @Override
    public Call call(int number) {
        return Names.at(calls, number);
    }

    @Override
    public Object value(long first, long second, long third) {
        return first;
    }

    @Override
    public boolean isPlausible(Object value) {
        return value instanceof Long count && count > 0;
    }

    @Override
    public Map<String, String> seed() {
        return Map.of();
    }

    @Override
    public Bound bind(ScriptClient client) {
        Counter counter = client.create(Counter.class);
        return new Bound() {
            @Override
            public Object call(int number) {
                return counter.add(Names.at(names, number), AMOUNT);
            }

            @Override
            public CompletableFuture<?> send(int number) {
                return counter.addLater(Names.at(names, number), AMOUNT).toCompletableFuture();
            }

            @Override
            public List<?> each(int from, int count) {
                return counter.addAll(Names.some(names, from, count), AMOUNT);
            }
        };
    }
}
