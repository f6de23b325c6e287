package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.DemandAware;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One EVALSHA on its way through Lettuce: the command and its output in one object, for there is one of them for each call. It
 * writes its script's call at most once, whatever Lettuce does.
 *
 * <p>Lettuce writes commands without an answer again after a reconnect. By then it expects a reply for the command, so writing
 * nothing would shift all later replies by one. A command that has been written before, or was given up, therefore writes a
 * {@code PING} in its place. A call that may be sent again is sent by a command of its own.
 */
abstract class ScriptCommand extends ReplyOutput
        implements RedisCommand<byte[], byte[], Object>, CompleteableCommand<Object>, DemandAware.Sink {

    private enum State {
        /** Never written. */
        NEW,
        /** Written, and not answered: the script may have run. */
        SENT,
        /** Failed or given up before it was written: the script has not run, and never will. */
        DROPPED,
        /** Answered, or failed or given up when it had been written. */
        DONE;

        boolean isEnded() {
            return this == DROPPED || this == DONE;
        }
    }

    private static final VarHandle STATE;
    private static final VarHandle ON_COMPLETE;
    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final BiConsumer<Object, @Nullable Throwable> TOLD = ScriptCommand::ignore;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            STATE = lookup.findVarHandle(ScriptCommand.class, "state", State.class);
            ON_COMPLETE = lookup.findVarHandle(ScriptCommand.class, "onComplete", BiConsumer.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final BoundScript script;
    private final ScriptCall<?> call;

    @SuppressWarnings("NullAway.Init") // By its handle.
    private volatile State state;

    private volatile @Nullable BiConsumer<? super Object, @Nullable Throwable> onComplete;

    /** Written before the command is handed over, which publishes it. */
    private @Nullable Node node;

    /** The one before it in an {@link Outbox}. */
    @Nullable
    ScriptCommand before;

    ScriptCommand(BoundScript script, ScriptCall<?> call) {
        this.script = script;
        this.call = call;
        // No other thread knows of it yet.
        STATE.set(this, State.NEW);
    }

    final BoundScript script() {
        return script;
    }

    final ScriptCall<?> call() {
        return call;
    }

    /** The server answered, be it with an error. Called at most once, on an event loop, and then not {@link #failed}. */
    abstract void replied();

    /**
     * No answer came. Called at most once, on an event loop or the thread that sends.
     *
     * @param sent whether the command was written, so that the script may have run; if not, it never will be
     */
    abstract void failed(Throwable cause, boolean sent);

    /** It goes to this node now. */
    void give(Node to) {
        node = to;
    }

    /** The node that it was given to; null while it has not been. */
    final @Nullable Node node() {
        return node;
    }

    /** It is to wait for something else than a node's answer. */
    void waitsElsewhere() {}

    /** Whether it sends the script's text, which cannot be missing. */
    boolean isWithText() {
        return false;
    }

    /** Writes what is to be sent; usually EVALSHA. */
    void write(ByteBuf buf) {
        script.write(call, buf);
    }

    @Override
    public final void encode(ByteBuf buf) {
        Node to = node;
        if (to != null && !to.writes(this)) {
            buf.writeBytes(PING);
            return;
        }
        if (!STATE.compareAndSet(this, State.NEW, State.SENT)) {
            buf.writeBytes(PING);
            endLater(new RedisConnectionException("The connection was lost before the reply came"), true);
            return;
        }
        reset();
        int start = buf.writerIndex();
        try {
            write(buf);
        } catch (RuntimeException e) {
            buf.writerIndex(start);
            buf.writeBytes(PING);
            endLater(e, false);
        }
    }

    @Override
    public final void complete() {
        if (STATE.compareAndSet(this, State.SENT, State.DONE)) {
            replied();
            tellLettuce(null);
        }
    }

    /** Where Lettuce's timers are in use, they do not know the limit of a script that has one of its own. */
    @Override
    public final boolean completeExceptionally(Throwable cause) {
        if (cause instanceof RedisCommandTimeoutException && script.timesItself()) {
            return false;
        }
        return end(cause, true);
    }

    @Override
    public final void cancel() {
        end(new CancellationException("The command was cancelled"), true);
    }

    /** The connection is gone, and Lettuce puts its commands aside to write them again. */
    @Override
    public final void removeSource() {
        if (state == State.SENT) {
            end(new RedisConnectionException("The connection was lost before the reply came"), true);
        }
    }

    /** Whether it was written, and has not been answered. */
    final boolean isSent() {
        return state == State.SENT;
    }

    /**
     * Gives the command up without telling it so; false if it was written, and the script may have run. One that has just
     * failed by itself says what it says to whoever waits, who may learn of it later than this caller.
     */
    final boolean withdraw() {
        State last = drop(true);
        if (!last.isEnded()) {
            tellLettuce(new CancellationException("The command was given up"));
        }
        return last != State.SENT && last != State.DONE;
    }

    private boolean end(Throwable cause, boolean ifWritten) {
        State last = drop(ifWritten);
        if (last.isEnded()) {
            return false;
        }
        failed(cause, last == State.SENT && ifWritten);
        tellLettuce(cause);
        return true;
    }

    /** It is being written to a connection that is gone, and is not going to be written again. It may have been before. */
    final void isLost() {
        String before = isSent() ? "the reply came" : "the call was written";
        endLater(new RedisConnectionException("The connection was lost before " + before), true);
    }

    /**
     * As {@link #end}, while the command is being encoded: whoever is told may send the next one, which would be written before
     * this one's PING, and get its answer.
     */
    private void endLater(Throwable cause, boolean ifWritten) {
        State last = drop(ifWritten);
        if (!last.isEnded()) {
            boolean sent = last == State.SENT && ifWritten;
            afterEncoding(() -> {
                failed(cause, sent);
                tellLettuce(cause);
            });
        }
    }

    /** Runs a task when the command has been written. */
    void afterEncoding(Runnable task) {
        script.transport().execute(task);
    }

    /**
     * Ends the command, unless it has ended.
     *
     * @param ifWritten whether a command that is being written will reach the server
     * @return the state before
     */
    private State drop(boolean ifWritten) {
        State last;
        do {
            last = state;
        } while (!last.isEnded()
                && !STATE.compareAndSet(this, last, last == State.SENT && ifWritten ? State.DONE : State.DROPPED));
        if (!last.isEnded()) {
            // Either this sees the node, or the node's outbox sees that the command has ended.
            VarHandle.fullFence();
            Node to = node;
            if (to != null) {
                to.ended(this);
            }
        }
        return last;
    }

    private static void ignore(Object reply, @Nullable Throwable cause) {}

    @SuppressWarnings("unchecked") // Nothing else is ever put there.
    private void tellLettuce(@Nullable Throwable cause) {
        if (onComplete == null) {
            // Whoever comes later sees that the command has ended.
            return;
        }
        BiConsumer<Object, @Nullable Throwable> action =
                (BiConsumer<Object, @Nullable Throwable>) ON_COMPLETE.getAndSet(this, TOLD);
        if (action != null) {
            action.accept(this, cause);
        }
    }

    /** Lettuce cancels its time-out timer here, and ends a span. */
    @Override
    public final void onComplete(BiConsumer<? super Object, Throwable> action) {
        BiConsumer<? super Object, @Nullable Throwable> earlier;
        BiConsumer<? super Object, @Nullable Throwable> both;
        do {
            earlier = onComplete;
            if (earlier == TOLD) {
                action.accept(this, null);
                return;
            }
            both = earlier == null ? action : inTurn(earlier, action);
        } while (!ON_COMPLETE.compareAndSet(this, earlier, both));
        if (isDone()) {
            tellLettuce(null);
        }
    }

    private static BiConsumer<Object, @Nullable Throwable> inTurn(
            BiConsumer<? super Object, @Nullable Throwable> first, BiConsumer<? super Object, Throwable> second) {
        return (reply, cause) -> {
            first.accept(reply, cause);
            second.accept(reply, cause);
        };
    }

    @Override
    public final void onComplete(Consumer<? super Object> action) {
        onComplete((reply, cause) -> {
            if (cause == null) {
                action.accept(reply);
            }
        });
    }

    @Override
    public final CommandOutput<byte[], byte[], Object> getOutput() {
        return this;
    }

    @Override
    public final void setOutput(CommandOutput<byte[], byte[], Object> other) {
        throw new UnsupportedOperationException("a script command keeps its output");
    }

    /** Asked for by tracing alone. */
    @Override
    public final CommandArgs<byte[], byte[]> getArgs() {
        return new ShownArgs(script, call);
    }

    @Override
    public ProtocolKeyword getType() {
        return script.type();
    }

    @Override
    public final boolean isCancelled() {
        return false;
    }

    @Override
    public final boolean isDone() {
        return state.isEnded();
    }

    @Override
    public final boolean hasDemand() {
        return true;
    }

    @Override
    public final void setSource(DemandAware.Source source) {}

    @Override
    public final String toString() {
        return getType() + " " + script.script();
    }
}
