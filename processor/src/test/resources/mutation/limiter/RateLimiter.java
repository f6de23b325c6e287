package limiter;

import dev.perigee.Arg;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

@RedisScript("limiter")
public interface RateLimiter {

    @Key("limit:{#user}:window")
    Permit fixedWindow(String user, int limit, Duration window);

    @Key("limit:{#user}:log")
    boolean slidingWindow(String user, long now, @Arg(unit = ChronoUnit.MILLIS) Duration window, int limit, String requestId);

    @Key("limit:{#user}:bucket")
    Bucket tokenBucket(String user, int capacity, double refillPerSecond, int requested);

    @Key("limit:{#user}:running")
    @Key("limit:{#user}:queued")
    long concurrent(String user, String requestId, int limit);

    record Permit(boolean allowed, long remaining) {}

    record Bucket(boolean allowed, double tokens) {}
}
