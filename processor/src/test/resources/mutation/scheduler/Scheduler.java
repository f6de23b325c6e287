package scheduler;

import dev.perigee.Key;
import dev.perigee.RedisScript;
import java.util.List;

@RedisScript("scheduler")
public interface Scheduler {

    @Key("{scheduler}:due")
    @Key("{scheduler}:tasks")
    boolean schedule(String taskId, long dueAt, String task);

    @Key("{scheduler}:due")
    @Key("{scheduler}:tasks")
    List<String> due(long now, int limit);

    @Key("{scheduler}:due")
    @Key("{scheduler}:tasks")
    boolean cancel(String taskId);
}
