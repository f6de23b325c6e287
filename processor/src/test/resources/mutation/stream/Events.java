package stream;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.Optional;

@RedisScript("stream")
public interface Events {

    @Key("events:{#topic}")
    @Key("events:{#topic}:groups")
    String publish(String topic, String type, String payload, int limit);

    @Key("events:{#topic}")
    @Key("events:{#topic}:groups")
    boolean subscribe(String topic, String group);

    @Key("events:{#topic}")
    Position acknowledge(String topic, String group, String id);

    record Position(boolean acknowledged, long pending, Optional<String> last) {}
}
