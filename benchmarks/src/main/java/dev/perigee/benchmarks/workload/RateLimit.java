package dev.perigee.benchmarks.workload;

import dev.perigee.Each;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A script of 2 KB: one key, four arguments, three commands, a record. */
@RedisScript("scripts")
public interface RateLimit {

    @Key("bucket:{#caller}")
    @RedisScript("bucket.lua")
    Decision take(String caller, long now, long capacity, long rate, long wanted);

    @Key("bucket:{#caller}")
    @RedisScript("bucket.lua")
    CompletionStage<Decision> takeLater(String caller, long now, long capacity, long rate, long wanted);

    @Key("bucket:{#callers}")
    @RedisScript("bucket.lua")
    List<Decision> takeForAll(@Each List<String> callers, long now, long capacity, long rate, long wanted);

    record Decision(boolean taken, long left, long waitMillis) {}
}
