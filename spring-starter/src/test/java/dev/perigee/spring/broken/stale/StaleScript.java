package dev.perigee.spring.broken.stale;

import dev.perigee.RedisScript;

@RedisScript("broken")
public interface StaleScript {

    String stale();
}
