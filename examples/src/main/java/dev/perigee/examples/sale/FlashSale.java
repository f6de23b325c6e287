package dev.perigee.examples.sale;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.Optional;

/** A stock that is sold off, one purchase per buyer. */
@RedisScript("scripts/sale")
public interface FlashSale {

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    Purchase buy(String sku, String userId, int quantity);

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    @Key("sale:{#sku}:opening")
    void open(String sku, int quantity);

    @Key("sale:{#sku}:stock")
    @Key("sale:{#sku}:buyers")
    @Key("sale:{#sku}:opening")
    Optional<Status> status(String sku);

    record Purchase(Outcome outcome, long remaining) {}

    enum Outcome {
        SOLD_OUT,
        SOLD,
        ALREADY_BOUGHT
    }

    /** Stock at the opening and now, and what the buyers hold. */
    record Status(long opening, long remaining, long sold, long buyers) {}
}
