package dev.perigee.benchmarks.workload;

import dev.perigee.Each;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One key, one argument, one command, a number. */
@RedisScript("scripts")
public interface Counter {

    @Key("counter:{#name}")
    @RedisScript("incr.lua")
    long add(String name, long amount);

    @Key("counter:{#name}")
    @RedisScript("incr.lua")
    CompletionStage<Long> addLater(String name, long amount);

    @Key("counter:{#names}")
    @RedisScript("incr.lua")
    List<Long> addAll(@Each List<String> names, long amount);
}
