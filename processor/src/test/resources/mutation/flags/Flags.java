package flags;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.Optional;

@RedisScript("flags")
public interface Flags {

    @Key("flags:{#app}:value")
    @Key("flags:{#app}:version")
    Optional<Long> replace(String app, long expected, String value);

    @Key("flags:{#app}:value")
    boolean enable(String app, String flag, int percentage);

    @Key("flags:{#app}:daily")
    long unique(String app, String visitor);

    @Key("flags:{#app}:block")
    Range nextIds(String app, int size);

    record Range(long first, long last) {}
}
