package dev.perigee.transport;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The commands that a node was given and has not answered, where that has to be known. Thread-safe. */
final class UnderWay {

    private final AtomicLong given = new AtomicLong();
    private final ConcurrentMap<ScriptCommand, Long> commands = new ConcurrentHashMap<>();

    void add(ScriptCommand command) {
        commands.put(command, given.incrementAndGet());
        command.onComplete((reply, cause) -> commands.remove(command));
    }

    boolean contains(ScriptCommand command) {
        return commands.containsKey(command);
    }

    /** The one of those written that was given before all others: a server answers a connection's commands one after the other. */
    @Nullable
    ScriptCommand oldest() {
        ScriptCommand oldest = null;
        long least = Long.MAX_VALUE;
        for (Map.Entry<ScriptCommand, Long> command : commands.entrySet()) {
            if (command.getKey().isSent() && command.getValue() < least) {
                least = command.getValue();
                oldest = command.getKey();
            }
        }
        return oldest;
    }

    /** The connection is gone. */
    void lost() {
        commands.keySet().forEach(ScriptCommand::removeSource);
    }
}
