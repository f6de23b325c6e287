package events;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;

@RedisScript("events")
public interface Events {

    @Key("events:{#topic}")
    String append(String topic, String type, String body, int keep);

    @Key("events:{#topic}")
    boolean createGroup(String topic, String group);

    @Key("events:{#topic}")
    long lag(String topic);

    @Key("events:{#topic}")
    @Key("events:{#topic}:seen")
    boolean once(String topic, String eventId, String body);

    @Key("events:{#topic}")
    List<String> idle(String topic, String group, int count);
}
