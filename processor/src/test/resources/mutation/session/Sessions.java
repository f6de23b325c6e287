package session;

import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

@RedisScript("session")
public interface Sessions {

    @Key("session:{#user}:#id")
    @Key("session:{#user}:all")
    boolean open(String user, String id, String data, Duration idle, int limit);

    @Key("session:{#user}:#id")
    Optional<String> touch(String user, String id, Duration idle);

    @Key("session:{#user}:#id")
    @Key("session:{#user}:all")
    long close(String user, String id);

    @ReadOnly
    @Key("session:{#user}:all")
    List<String> list(String user);
}
