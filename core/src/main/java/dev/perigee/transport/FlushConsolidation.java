package dev.perigee.transport;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the commands of many threads together: who comes while another thread is sending leaves its command to that, which
 * goes round once more and flushes once for all that it finds. In the order in which they came.
 */
final class FlushConsolidation {

    private final Consumer<ScriptCommand> one;
    private final Consumer<List<ScriptCommand>> many;
    private final AtomicReference<@Nullable ScriptCommand> last = new AtomicReference<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /**
     * A consolidation in front of what sends.
     *
     * @param one sends a command, and never throws
     * @param many sends commands, and never throws
     */
    FlushConsolidation(Consumer<ScriptCommand> one, Consumer<List<ScriptCommand>> many) {
        this.one = one;
        this.many = many;
    }

    /** Sends a command, or leaves it to the thread that is sending. */
    void send(ScriptCommand command) {
        ScriptCommand before;
        do {
            before = last.get();
            command.before = before;
        } while (!last.compareAndSet(before, command));
        if (waiting.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            sendAll();
            seen = waiting.addAndGet(-seen);
        } while (seen != 0);
    }

    private void sendAll() {
        ScriptCommand command = last.getAndSet(null);
        if (command == null) {
            return;
        }
        if (command.before == null) {
            one.accept(command);
            return;
        }
        int count = 0;
        for (ScriptCommand each = command; each != null; each = each.before) {
            count++;
        }
        ScriptCommand[] inOrder = new ScriptCommand[count];
        while (command != null) {
            ScriptCommand before = command.before;
            command.before = null;
            count--;
            inOrder[count] = command;
            command = before;
        }
        many.accept(Arrays.asList(inOrder));
    }
}
