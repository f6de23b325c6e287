package dev.perigee.client;

import dev.perigee.invoke.ArgumentWriter;
import dev.perigee.invoke.EnumConstants;
import dev.perigee.invoke.KeyTemplate;
import dev.perigee.invoke.KeyWriter;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;
import java.util.List;
import java.util.concurrent.CompletionStage;

public final class FlashSaleInvoker implements FlashSale {

    private static final Script BUY =
            Script.of("FlashSale.buy", "scripts/sale/buy.lua", "ce71cbc71a1442275051e0f37a27efa6e6507e2c", 2, 2, """
            if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then
              return {2, tonumber(redis.call('GET', KEYS[1]) or 0)}
            end
            local stock = tonumber(redis.call('GET', KEYS[1]) or 0)
            if stock < tonumber(ARGV[2]) then
              return {0, stock}
            end
            redis.call('SADD', KEYS[2], ARGV[1])
            return {1, redis.call('DECRBY', KEYS[1], ARGV[2])}
            """);

    private static final Script BUYERS = Script.of(
            "FlashSale.buyers",
            "scripts/sale/buyers.lua",
            "c0f2d41b1915f9ddef431decbcfc0bc5d9b7b9e9",
            1,
            0,
            "return redis.call('SMEMBERS', KEYS[1])\n");

    private static final KeyTemplate STOCK_KEY = KeyTemplate.of("sale:{", "}:stock");
    private static final KeyTemplate BUYERS_KEY = KeyTemplate.of("sale:{", "}:buyers");
    private static final EnumConstants<Outcome> OUTCOMES = EnumConstants.of(Outcome.values());
    private static final String[] PURCHASE = {"outcome", "remaining"};

    private final ScriptDispatch scripts;

    public FlashSaleInvoker(ScriptClient client) {
        this.scripts = ScriptDispatch.bind(client, ScriptDispatch.ABI, FlashSale.class, BUY, BUYERS);
    }

    @Override
    public Purchase buy(String sku, String userId, int quantity) {
        return scripts.call(new Buy(sku, userId, quantity));
    }

    @Override
    public CompletionStage<Purchase> buyAsync(String sku, String userId, int quantity) {
        return scripts.callAsync(new Buy(sku, userId, quantity));
    }

    @Override
    public List<String> buyers(String sku) {
        return scripts.call(new Buyers(sku));
    }

    private static Purchase readPurchase(ReplyReader reply) {
        reply.enter("Purchase", PURCHASE);
        Purchase value = new Purchase(
                reply.next("outcome").asEnum(OUTCOMES), reply.next("remaining").asLong());
        reply.leave();
        return value;
    }

    private static final class Buy extends ScriptCall<Purchase> {

        @Override
        public Script script() {
            return BUY;
        }

        private final String sku;
        private final String userId;
        private final int quantity;

        Buy(String sku, String userId, int quantity) {
            this.sku = hashTag("sku", sku);
            this.userId = required("userId", userId);
            this.quantity = quantity;
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add(STOCK_KEY, sku);
            keys.add(BUYERS_KEY, sku);
        }

        @Override
        public void writeArguments(ArgumentWriter argv) {
            argv.add(userId);
            argv.add(quantity);
        }

        @Override
        public Purchase readReply(ReplyReader reply) {
            return readPurchase(reply);
        }
    }

    private static final class Buyers extends ScriptCall<List<String>> {

        @Override
        public Script script() {
            return BUYERS;
        }

        private final String sku;

        Buyers(String sku) {
            this.sku = hashTag("sku", sku);
        }

        @Override
        public void writeKeys(KeyWriter keys) {
            keys.add(BUYERS_KEY, sku);
        }

        @Override
        public List<String> readReply(ReplyReader reply) {
            return reply.asList(ReplyReader::asString);
        }
    }
}
