package dev.perigee.transport;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.internal.ThreadExecutorMap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to a node. A command that finds nothing before it goes to Lettuce at once. As long as the connection's
 * event loop has not written that, whatever else comes waits here, for the event loop would not write it earlier either; then
 * all of it follows, with a few flushes. So one command at a time is never held up, and the more there are, the fewer system
 * calls each of them takes. They are sent in the order in which they came. Thread-safe.
 *
 * <p>One thread at a time has the turn to send, and keeps {@link #WORKING} in its place meanwhile. With a group that it hands to
 * Lettuce it hands over the turn as well: the group's last command takes that place, and whoever takes it out again has the turn
 * next. That is the event loop that writes it; or whoever ends it before, or learns of the loss of the connection, since it may
 * never be written then. What of this happens while a group is still being handed over, its sender sees afterwards, and keeps the
 * turn.
 */
final class Outbox {

    /** So that the server has something to do while the rest is being written. */
    private static final int FLUSHES = 4;

    private static final int LEAST = 4;

    private static final Object WORKING = new Object();

    private static final VarHandle SENDING;

    static {
        try {
            SENDING = MethodHandles.lookup().findVarHandle(Outbox.class, "sending", ScriptCommand.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Consumer<ScriptCommand> one;
    private final Consumer<List<ScriptCommand>> many;
    private final BooleanSupplier connected;
    private final Executor elsewhere;

    /** The newest command that waits; the others are before it. */
    private final AtomicReference<@Nullable ScriptCommand> last = new AtomicReference<>();

    /** Who has the turn: null for nobody, {@link #WORKING} for a thread, or the command that is to be written next. */
    private final AtomicReference<@Nullable Object> turn = new AtomicReference<>();

    /** The last command of a group that is being handed over. */
    private volatile @Nullable ScriptCommand sending;

    /** How often the connection was lost. Written by its event loop. */
    private volatile int losses;

    /**
     * An outbox in front of what sends.
     *
     * @param one sends a command, or sees to it that it ends; never throws, and does not end others
     * @param many does so with commands that share a flush
     * @param connected whether what is sent is written soon; if it is not, nothing waits for that
     * @param elsewhere runs a task on another thread, or right here if there is none
     */
    Outbox(
            Consumer<ScriptCommand> one,
            Consumer<List<ScriptCommand>> many,
            BooleanSupplier connected,
            Executor elsewhere) {
        this.one = one;
        this.many = many;
        this.connected = connected;
        this.elsewhere = elsewhere;
    }

    /** Sends a command, now or when what was sent before it is written. */
    void send(ScriptCommand command) {
        if (last.get() == null && turn.compareAndSet(null, command)) {
            handOver(command);
            return;
        }
        push(command, command);
        if (turn.compareAndSet(null, WORKING)) {
            work();
        }
    }

    /** Sends commands, with one flush if nothing waits before them. */
    void send(List<ScriptCommand> commands) {
        ScriptCommand newest = commands.get(commands.size() - 1);
        if (last.get() == null && turn.compareAndSet(null, WORKING)) {
            handOver(newest, commands, 1);
            return;
        }
        ScriptCommand before = null;
        for (ScriptCommand command : commands) {
            command.before = before;
            before = command;
        }
        push(commands.get(0), newest);
        if (turn.compareAndSet(null, WORKING)) {
            work();
        }
    }

    private void push(ScriptCommand oldest, ScriptCommand newest) {
        ScriptCommand before;
        do {
            before = last.get();
            oldest.before = before;
        } while (!last.compareAndSet(before, newest));
    }

    /** An event loop is about to write this command. */
    void written(ScriptCommand command) {
        if (turn.get() != command) {
            return;
        }
        boolean mine;
        if (last.get() == null) {
            mine = turn.compareAndSet(command, null) && last.get() != null && turn.compareAndSet(null, WORKING);
        } else {
            mine = takeOver(command);
        }
        if (mine) {
            // Later, when this command's bytes are where those of the next ones go to.
            EventExecutor loop = ThreadExecutorMap.currentExecutor();
            workOn(loop == null ? elsewhere : loop);
        }
    }

    /** This command has ended: if it was not written, it never will be. */
    void ended(ScriptCommand command) {
        if (turn.get() == command && sending != command && takeOver(command)) {
            workOn(elsewhere);
        }
    }

    /** The connection is gone. Called by its event loop. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // One thread at a time.
    void disconnected() {
        losses++;
        if (turn.get() instanceof ScriptCommand waitedFor) {
            ended(waitedFor);
        }
    }

    private boolean takeOver(ScriptCommand command) {
        return turn.compareAndSet(command, WORKING);
    }

    private void workOn(Executor executor) {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            elsewhere.execute(this::work);
        } catch (Throwable e) {
            turn.set(null);
            throw e;
        }
    }

    /** Sends what there is. By who has the turn. */
    private void work() {
        do {
            ScriptCommand newest = last.getAndSet(null);
            if (newest != null && newest.before == null) {
                turn.set(newest);
                handOver(newest);
                return;
            }
            if (newest != null) {
                handOver(newest, inOrder(newest), FLUSHES);
                return;
            }
            turn.set(null);
        } while (last.get() != null && turn.compareAndSet(null, WORKING));
    }

    /** Hands a single command over, which has the turn by now. */
    private void handOver(ScriptCommand command) {
        int lost = losses;
        try {
            one.accept(command);
        } catch (Throwable e) {
            command.completeExceptionally(e);
            throw e;
        } finally {
            checkWritten(command, lost);
        }
    }

    /** Hands a group over that ends with this command, and the turn with it. */
    private void handOver(ScriptCommand newest, List<ScriptCommand> group, int flushes) {
        int lost = losses;
        int count = group.size();
        int most = Math.max(LEAST, (count + flushes - 1) / flushes);
        sending = newest;
        turn.set(newest);
        try {
            if (flushes == 1) {
                many.accept(group);
            } else {
                for (int from = 0; from < count; from += most) {
                    many.accept(group.subList(from, Math.min(count, from + most)));
                }
            }
        } catch (Throwable e) {
            group.forEach(command -> command.completeExceptionally(e));
            throw e;
        } finally {
            SENDING.compareAndSet(this, newest, null);
            checkWritten(newest, lost);
        }
    }

    /** Takes the turn back if nobody is going to write this command, which was handed over just now. */
    private void checkWritten(ScriptCommand newest, int lost) {
        boolean written = connected.getAsBoolean() && losses == lost && !newest.isDone();
        if (written || !takeOver(newest)) {
            return;
        }
        turn.set(null);
        if (last.get() != null && turn.compareAndSet(null, WORKING)) {
            workOn(elsewhere);
        }
    }

    private static List<ScriptCommand> inOrder(ScriptCommand newest) {
        int count = 0;
        for (ScriptCommand each = newest; each != null; each = each.before) {
            count++;
        }
        ScriptCommand[] commands = new ScriptCommand[count];
        ScriptCommand command = newest;
        while (command != null) {
            ScriptCommand before = command.before;
            command.before = null;
            count--;
            commands[count] = command;
            command = before;
        }
        return Arrays.asList(commands);
    }
}
