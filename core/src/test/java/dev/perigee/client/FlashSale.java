package dev.perigee.client;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The interface of the invoker below, which is written by hand as the processor would generate it. */
@RedisScript("scripts/sale")
public interface FlashSale {

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    Purchase buy(String sku, String userId, int quantity);

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    @RedisScript("buy.lua")
    CompletionStage<Purchase> buyAsync(String sku, String userId, int quantity);

    @Key("sale:{#sku}:buyers")
    List<String> buyers(String sku);

    record Purchase(Outcome outcome, long remaining) {}

    enum Outcome {
        SOLD_OUT,
        SOLD,
        ALREADY_BOUGHT
    }
}
