package dev.perigee.spring.broken.missing;

import dev.perigee.RedisScript;

@RedisScript("broken")
public interface NoInvoker {

    String stale();
}
