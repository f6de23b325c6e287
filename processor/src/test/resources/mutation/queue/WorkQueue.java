package queue;

import dev.perigee.Arg;
import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

@RedisScript("queue")
public interface WorkQueue {

    @Key("queue:{#name}:waiting")
    @Key("queue:{#name}:payloads")
    boolean push(String name, String id, String payload);

    @Key("queue:{#name}:waiting")
    @Key("queue:{#name}:running")
    @Key("queue:{#name}:payloads")
    Optional<Job> take(String name, long now, @Arg(unit = ChronoUnit.MILLIS) Duration lease);

    @Key("queue:{#name}:running")
    @Key("queue:{#name}:payloads")
    boolean acknowledge(String name, String id);

    @Key("queue:{#name}:running")
    @Key("queue:{#name}:waiting")
    long requeue(String name, long now, int limit);

    record Job(String id, String payload) {}
}
