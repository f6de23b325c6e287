package dev.perigee.benchmarks.workload;

import dev.perigee.benchmarks.workload.FlashSale.Outcome;
import dev.perigee.benchmarks.workload.FlashSale.Purchase;
import dev.perigee.client.ScriptClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Every call is a purchase by somebody else. Those of one batch are of the same item, and the next batch is of the next. */
final class FlashWorkload extends Workload {

    private static final int ITEMS = 64;
    private static final int QUANTITY = 1;
    private static final String STOCK = "1000000";
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final List<String> items = new ArrayList<>();
    private final List<String> buyers = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    FlashWorkload() {
        super("flash", "flash.lua");
        for (int i = 0; i < ITEMS; i++) {
            items.add("moon-lamp-" + i);
        }
        for (int i = 0; i < CALLS; i++) {
            String buyer = "buyer-" + (10_000_000 + i);
            String item = item(i);
            buyers.add(buyer);
            calls.add(new Call(
                    List.of(stock(item), "sale:{" + item + "}:buyers"), List.of(buyer, Integer.toString(QUANTITY))));
        }
    }

    private String item(int call) {
        return items.get(call / BATCH % ITEMS);
    }

    private static String stock(String item) {
        return "sale:{" + item + "}:stock";
    }

    @Override
    public boolean returnsInteger() {
        return false;
    }

    @Override
    public Call call(int number) {
        return calls.get(number);
    }

    @Override
    public Object value(long first, long second, long third) {
        return new Purchase(OUTCOMES[Math.toIntExact(first)], second);
    }

    @Override
    public boolean isPlausible(Object value) {
        return value instanceof Purchase purchase && purchase.outcome() != Outcome.SOLD_OUT && purchase.remaining() > 0;
    }

    @Override
    public Map<String, String> seed() {
        Map<String, String> seed = new LinkedHashMap<>();
        items.forEach(item -> seed.put(stock(item), STOCK));
        return seed;
    }

    @Override
    public Bound bind(ScriptClient client) {
        FlashSale sale = client.create(FlashSale.class);
        return new Bound() {
            @Override
            public Object call(int number) {
                return sale.buy(item(number), buyers.get(number), QUANTITY);
            }

            @Override
            public CompletableFuture<?> send(int number) {
                return sale.buyLater(item(number), buyers.get(number), QUANTITY).toCompletableFuture();
            }

            @Override
            public List<?> each(int from, int count) {
                return sale.buyAll(item(from), buyers.subList(from, from + count), QUANTITY);
            }
        };
    }
}
