package sessions;

import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.util.Optional;

@RedisScript("sessions")
public interface Sessions {

    @Key("session:{#token}")
    boolean open(String token, String userId, Duration lifetime);

    @Key("session:{#token}")
    Optional<String> refresh(String token, Duration lifetime);

    @Key("session:{#token}")
    void close(String token);

    @ReadOnly
    @Key("session:{#token}")
    long remaining(String token);
}
