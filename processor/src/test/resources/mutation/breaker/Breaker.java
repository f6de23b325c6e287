package breaker;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.time.Duration;

@RedisScript("breaker")
public interface Breaker {

    @Key("breaker:{#service}:open")
    @Key("breaker:{#service}:failures")
    boolean failed(String service, int threshold, Duration window, Duration pause);

    @Key("breaker:{#service}:open")
    @Key("breaker:{#service}:failures")
    void succeeded(String service);

    @Key("breaker:{#service}:open")
    State state(String service);

    enum State {
        CLOSED,
        OPEN
    }
}
