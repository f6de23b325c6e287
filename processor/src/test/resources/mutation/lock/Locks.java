package lock;

import dev.perigee.Arg;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

@RedisScript("lock")
public interface Locks {

    @Key("lock:{#name}")
    boolean acquire(String name, UUID owner, Duration ttl);

    @Key("lock:{#name}")
    boolean release(String name, UUID owner);

    @Key("lock:{#name}")
    boolean extend(String name, UUID owner, @Arg(unit = ChronoUnit.MILLIS) Duration ttl);

    @Key("lock:{#name}")
    @Key("lock:{#name}:fence")
    Optional<Long> fenced(String name, UUID owner, @Arg(unit = ChronoUnit.SECONDS) Duration lease);

    @Key("lock:{#name}:holders")
    long reenter(String name, UUID owner, long ttlMillis);
}
