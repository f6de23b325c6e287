package counter;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;

@RedisScript("counter")
public interface Counters {

    @Key("counter:{#name}")
    long addUpTo(String name, long amount, long limit);

    @Key("balance:{#account}")
    double deposit(String account, double amount);

    @Key("counter:{#name}:#from")
    @Key("counter:{#name}:#to")
    List<Long> shift(String name, String from, String to, long amount);
}
