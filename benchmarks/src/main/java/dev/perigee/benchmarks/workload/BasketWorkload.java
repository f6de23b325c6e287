package dev.perigee.benchmarks.workload;

import dev.perigee.client.ScriptClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Baskets in turn, each of 32 items, of which the first costs 1, the second 2, and so on. */
final class BasketWorkload extends Workload {

    private static final int ITEMS = 32;
    private static final long TOTAL = ITEMS * (ITEMS + 1) / 2;

    private final List<String> names = Names.of("basket-");
    private final List<String> items =
            IntStream.rangeClosed(1, ITEMS).mapToObj(i -> "item-" + i).toList();
    private final List<Call> calls =
            names.stream().map(name -> new Call(keys(name), List.of())).toList();

    BasketWorkload() {
        super("32 keys", "basket.lua");
    }

    private List<String> keys(String name) {
        return items.stream()
                .map(item -> "basket:" + IncrWorkload.tagged(name) + ":" + item)
                .toList();
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
        return value instanceof Long total && total == TOTAL;
    }

    @Override
    public Map<String, String> seed() {
        Map<String, String> seed = new LinkedHashMap<>();
        for (String name : names) {
            List<String> keys = keys(name);
            for (int i = 0; i < keys.size(); i++) {
                seed.put(keys.get(i), Integer.toString(i + 1));
            }
        }
        return seed;
    }

    @Override
    public Bound bind(ScriptClient client) {
        Basket basket = client.create(Basket.class);
        return new Bound() {
            @Override
            public Object call(int number) {
                return basket.total(Names.at(names, number), items);
            }

            @Override
            public CompletableFuture<?> send(int number) {
                return basket.totalLater(Names.at(names, number), items).toCompletableFuture();
            }

            @Override
            public List<?> each(int from, int count) {
                return basket.totalOfAll(Names.some(names, from, count), items);
            }
        };
    }
}
