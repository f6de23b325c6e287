package sale;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.concurrent.CompletionStage;

@RedisScript("sale")
public interface FlashSale {

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    Purchase buy(String sku, String userId, int quantity);

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    boolean cancel(String sku, String userId);

    @Key("sale:{#sku}:stock")
    CompletionStage<Long> restock(String sku, int quantity, int ceiling);

    record Purchase(Outcome outcome, long remaining) {}

    enum Outcome {
        SOLD_OUT,
        SOLD,
        ALREADY_BOUGHT
    }
}
