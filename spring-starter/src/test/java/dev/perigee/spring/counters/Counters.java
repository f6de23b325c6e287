package dev.perigee.spring.counters;

import dev.perigee.Key;
import dev.perigee.RedisScript;

@RedisScript("counters")
public interface Counters {

    @Key("counter:{#name}")
    long add(String name, long amount);
}
