package dev.perigee.benchmarks.workload;

import dev.perigee.Each;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Thirty-two keys, no argument, one command, a number. */
@RedisScript("scripts")
public interface Basket {

    @Key("basket:{#basket}:#items")
    @RedisScript("basket.lua")
    long total(String basket, List<String> items);

    @Key("basket:{#basket}:#items")
    @RedisScript("basket.lua")
    CompletionStage<Long> totalLater(String basket, List<String> items);

    @Key("basket:{#baskets}:#items")
    @RedisScript("basket.lua")
    List<Long> totalOfAll(@Each List<String> baskets, List<String> items);
}
