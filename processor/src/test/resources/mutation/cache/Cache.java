package cache;

import dev.perigee.Arg;
import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

@RedisScript("cache")
public interface Cache {

    @Key("cache:{#region}:#id")
    @Key("cache:{#region}:index")
    void put(String region, @Arg String id, byte[] value, Duration ttl);

    @ReadOnly
    @Key("cache:{#region}:#id")
    Optional<byte[]> get(String region, String id);

    @Key("cache:{#region}:#id")
    Lookup getOrClaim(String region, String id, String worker, @Arg(unit = ChronoUnit.SECONDS) Duration claim);

    @Key("cache:{#region}:index")
    long invalidate(String region);

    @Key("cache:{#region}:#ids")
    List<Optional<String>> touch(String region, List<String> ids, @Arg(unit = ChronoUnit.SECONDS) Duration ttl);

    record Lookup(State state, String value) {}

    enum State {
        HIT,
        CLAIMED,
        BUSY
    }
}
