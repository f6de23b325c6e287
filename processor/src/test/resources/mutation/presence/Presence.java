package presence;

import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.time.Duration;
import java.util.List;

@RedisScript("presence")
public interface Presence {

    @Key("room:{#room}:seen")
    long enter(String room, String user, Duration window);

    @ReadOnly
    @Key("room:{#room}:seen")
    List<String> present(String room, long since);

    @Key("room:{#room}:seen")
    @Key("room:{#room}:muted")
    State leave(String room, String user);

    enum State {
        ABSENT,
        LEFT,
        MUTED
    }
}
