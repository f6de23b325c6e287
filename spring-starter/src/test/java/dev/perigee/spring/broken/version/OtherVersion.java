package dev.perigee.spring.broken.version;

import dev.perigee.RedisScript;

@RedisScript("broken")
public interface OtherVersion {

    String stale();
}
