package leaderboard;

import dev.perigee.Key;
import dev.perigee.ReadOnly;
import dev.perigee.RedisScript;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

@RedisScript("leaderboard")
public interface Leaderboard {

    @Key("board:{#game}:scores")
    double submit(String game, String player, double points);

    @ReadOnly
    @Key("board:{#game}:scores")
    CompletionStage<List<Standing>> top(String game, int count);

    @ReadOnly
    @Key("board:{#game}:scores")
    Optional<Long> rank(String game, String player);

    @Key("board:{#game}:scores")
    @Key("board:{#game}:best")
    boolean record(String game, String player, long score);

    record Standing(String player, double points) {}
}
