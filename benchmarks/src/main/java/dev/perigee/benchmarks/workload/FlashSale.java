package dev.perigee.benchmarks.workload;

import dev.perigee.Each;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Two keys, two arguments, four commands, a record. */
@RedisScript("scripts")
public interface FlashSale {

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    @RedisScript("flash.lua")
    Purchase buy(String sku, String userId, int quantity);

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    @RedisScript("flash.lua")
    CompletionStage<Purchase> buyLater(String sku, String userId, int quantity);

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    @RedisScript("flash.lua")
    List<Purchase> buyAll(String sku, @Each List<String> userIds, int quantity);

    record Purchase(Outcome outcome, long remaining) {}

    enum Outcome {
        SOLD_OUT,
        SOLD,
        ALREADY_BOUGHT
    }
}
