package idempotency;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.util.Optional;

@RedisScript("idempotency")
public interface Requests {

    @Key("request:{#id}")
    Start begin(String id, String owner, Duration lease);

    @Key("request:{#id}")
    boolean complete(String id, String owner, String result, Duration keep);

    @Key("request:{#id}")
    long forget(String id);

    record Start(Outcome outcome, Optional<String> result) {}

    enum Outcome {
        STARTED,
        RUNNING,
        DONE
    }
}
