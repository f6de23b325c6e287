package polls;

import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.util.List;

@RedisScript("polls")
public interface Polls {

    @Key("poll:{#poll}:voters")
    @Key("poll:{#poll}:votes")
    Ballot vote(String poll, String voter, String choice);

    @ReadOnly
    @Key("poll:{#poll}:votes")
    List<String> tally(String poll);

    @Key("poll:{#poll}:state")
    String close(String poll, long closedAt);

    enum Ballot {
        COUNTED,
        CHANGED,
        SAME
    }
}
