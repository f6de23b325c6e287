package dev.perigee.benchmarks.workload;

import dev.perigee.client.ScriptClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a call costs when the script costs nothing. */
final class OneWorkload extends Workload {

    private final List<String> names = Names.of("node-");
    private final List<Call> calls = names.stream()
            .map(name -> new Call(List.of("one:" + IncrWorkload.tagged(name)), List.of()))
            .toList();

    OneWorkload() {
        super("one", "one.lua");
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
        return value instanceof Long one && one == 1;
    }

    @Override
    public Map<String, String> seed() {
        return Map.of();
    }

    @Override
    public Bound bind(ScriptClient client) {
        One one = client.create(One.class);
        return new Bound() {
            @Override
            public Object call(int number) {
                return one.one(Names.at(names, number));
            }

            @Override
            public CompletableFuture<?> send(int number) {
                return one.oneLater(Names.at(names, number)).toCompletableFuture();
            }

            @Override
            public List<?> each(int from, int count) {
                return one.oneForAll(Names.some(names, from, count));
            }
        };
    }
}
