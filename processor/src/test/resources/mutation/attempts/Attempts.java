package attempts;

import dev.perigee.Key;
import dev.perigee.RedisScript;

@RedisScript("attempts")
public interface Attempts {

    @Key("attempts:{#user}:count")
    @Key("attempts:{#user}:locked")
    long failure(String user, int limit, long windowSeconds, long lockSeconds);

    @Key("friends:{#graph}:#user")
    @Key("friends:{#graph}:#other")
    long befriend(String graph, @dev.perigee.Arg String user, @dev.perigee.Arg String other);

    @Key("visits:{#site}")
    long visit(String site, long day, long visitor);
}
