package dev.perigee.benchmarks.growth;

import dev.perigee.Each;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;

/** The forms of a batch. */
@RedisScript("growth")
interface Counters {

    @Key("counter:{#names}")
    @RedisScript("count.lua")
    void run(@Each List<String> names);

    @Key("counter:{#names}")
    @RedisScript("count.lua")
    CompletableFuture<Void> runAsync(@Each List<String> names);

    @Key("counter:{#names}")
    @RedisScript("count.lua")
    Flux<Long> resultsFlux(@Each List<String> names);

    @Key("counter:{#names}")
    @RedisScript("count.lua")
    List<Long> results(@Each List<String> names);
}
