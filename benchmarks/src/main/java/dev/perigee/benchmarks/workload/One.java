package dev.perigee.benchmarks.workload;

import dev.perigee.Each;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import dev.perigee.SuppressScript;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The least that a script can do. Its key is not used; it chooses the node of a cluster. */
@RedisScript("scripts")
@SuppressScript(code = "PG206", reason = "the key is there to choose the node of a cluster")
public interface One {

    @Key("one:{#name}")
    @RedisScript("one.lua")
    long one(String name);

    @Key("one:{#name}")
    @RedisScript("one.lua")
    CompletionStage<Long> oneLater(String name);

    @Key("one:{#names}")
    @RedisScript("one.lua")
    List<Long> oneForAll(@Each List<String> names);
}
