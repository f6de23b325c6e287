package dev.perigee.client;

import dev.perigee.RedisScript;

/** Stands for the interface of an invoker where a test binds scripts itself. */
@RedisScript("probe")
public interface Probe {}
