package rooms;

import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.util.List;

@RedisScript("rooms")
public interface Rooms {

    @Key("room:{#room}")
    long post(String room, String author, String text, int keep);

    @ReadOnly
    @Key("room:{#room}:messages")
    List<String> history(String room, int offset, int count);

    @Key("room:{#room}")
    boolean join(String room, String member, int capacity);

    @Key("room:{#room}:messages")
    String newest(String room);
}
