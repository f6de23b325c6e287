package dev.perigee.transport;

import dev.perigee.invoke.KeySlot;
import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.DemandAware;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One EVALSHA on its way through Lettuce. It writes its script's call at most once, whatever Lettuce does.
 *
 * <p>Lettuce writes commands without an answer again after a reconnect, and in a cluster even those that have been
 * cancelled. By then it expects a reply for the command, so writing nothing would shift all later replies by one. A command
 * that has been written before, or was given up, therefore writes a {@code PING} in its place. A redirection ({@code MOVED},
 * {@code ASK}) proves that the script has not run, and lets the command be written once more.
 */
final class ScriptCommand
        implements RedisCommand<byte[], byte[], RecordedReply>, CompleteableCommand<RecordedReply>, DemandAware.Sink {

    private enum State {
        /** Never written. */
        NEW,
        /** Written, and not answered: the script may have run. */
        SENT,
        /** Answered with a redirection: the script has not run, and the command may be written again. */
        REDIRECTED,
        /** Failed or given up before it was written: the script has not run, and never will. */
        DROPPED,
        /** Answered, or failed or given up when it had been written. */
        DONE;

        boolean isEnded() {
            return this == DROPPED || this == DONE;
        }
    }

    private static final AtomicReferenceFieldUpdater<ScriptCommand, State> STATE =
            AtomicReferenceFieldUpdater.newUpdater(ScriptCommand.class, State.class, "state");
    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final BoundScript script;
    private final ScriptCall<?> call;
    private final ReplyListener listener;
    private final ReplyRecorder output = new ReplyRecorder(this::isSlotOfCall, this::redirected);
    private volatile State state = State.NEW;
    private boolean redirectionExpected;
    private @Nullable RoutingArgs args;
    private @Nullable BiConsumer<? super RecordedReply, @Nullable Throwable> onComplete;

    ScriptCommand(BoundScript script, ScriptCall<?> call, ReplyListener listener) {
        this.script = script;
        this.call = call;
        this.listener = listener;
    }

    ScriptCall<?> call() {
        return call;
    }

    /** Lettuce will not follow a redirection of this command, for it goes to one server of a cluster. Before it is sent. */
    void expectRedirection() {
        redirectionExpected = true;
    }

    @Override
    public void encode(ByteBuf buf) {
        if (!mayWrite()) {
            buf.writeBytes(PING);
            end(new RedisConnectionException("The connection was lost before the reply came"), true);
            return;
        }
        output.reset();
        int start = buf.writerIndex();
        try {
            script.write(call, buf);
        } catch (RuntimeException e) {
            buf.writerIndex(start);
            buf.writeBytes(PING);
            end(e, false);
        }
    }

    private boolean mayWrite() {
        return STATE.compareAndSet(this, State.NEW, State.SENT)
                || STATE.compareAndSet(this, State.REDIRECTED, State.SENT);
    }

    private void redirected() {
        STATE.compareAndSet(this, State.SENT, State.REDIRECTED);
    }

    private boolean isSlotOfCall(int slot) {
        byte[] key = KeySlot.firstKey(call);
        return key != null && SlotHash.getSlot(key) == slot;
    }

    @Override
    public void complete() {
        if (STATE.compareAndSet(this, State.SENT, State.DONE)) {
            if (redirectionExpected && isRedirection(output.getError())) {
                listener.redirected();
            } else {
                listener.replied(output.get());
            }
            notifyLettuce(null);
        }
    }

    /** The output shows such an error only if a server says it of this call's slot. */
    private static boolean isRedirection(@Nullable String error) {
        return error != null && (error.startsWith("MOVED ") || error.startsWith("ASK "));
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        return end(cause, true);
    }

    @Override
    public void cancel() {
        end(new CancellationException("The command was cancelled"), true);
    }

    /** The connection is gone, and Lettuce puts its commands aside to write them again. Not called in a cluster. */
    @Override
    public void removeSource() {
        if (state == State.SENT) {
            end(new RedisConnectionException("The connection was lost before the reply came"), true);
        }
    }

    /**
     * Gives the command up without telling the listener; false if it was written, and the script may have run. One that has
     * just failed by itself says what it says to its listener, who may learn of it later than this caller.
     */
    boolean withdraw() {
        State before = drop(true);
        if (!before.isEnded()) {
            notifyLettuce(new CancellationException("The command was given up"));
        }
        return before != State.SENT && before != State.DONE;
    }

    private boolean end(Throwable cause, boolean ifWritten) {
        State before = drop(ifWritten);
        if (before.isEnded()) {
            return false;
        }
        listener.failed(cause, before == State.SENT && ifWritten);
        notifyLettuce(cause);
        return true;
    }

    /**
     * Ends the command, unless it has ended.
     *
     * @param ifWritten whether a command that is being written will reach the server
     * @return the state before
     */
    private State drop(boolean ifWritten) {
        State before;
        do {
            before = state;
        } while (!before.isEnded()
                && !STATE.compareAndSet(this, before, before == State.SENT && ifWritten ? State.DONE : State.DROPPED));
        return before;
    }

    private void notifyLettuce(@Nullable Throwable cause) {
        BiConsumer<? super RecordedReply, @Nullable Throwable> action;
        synchronized (this) {
            action = onComplete;
            onComplete = null;
        }
        if (action != null) {
            action.accept(output.get(), cause);
        }
    }

    /** Lettuce cancels its time-out timers here: one for each connection that the command passes. */
    @Override
    public void onComplete(BiConsumer<? super RecordedReply, Throwable> action) {
        synchronized (this) {
            BiConsumer<? super RecordedReply, Throwable> earlier = onComplete;
            onComplete = earlier == null
                    ? action
                    : (reply, cause) -> {
                        earlier.accept(reply, cause);
                        action.accept(reply, cause);
                    };
        }
        if (isDone()) {
            notifyLettuce(null);
        }
    }

    @Override
    public void onComplete(Consumer<? super RecordedReply> action) {
        onComplete((reply, cause) -> {
            if (cause == null) {
                action.accept(reply);
            }
        });
    }

    @Override
    public CommandOutput<byte[], byte[], RecordedReply> getOutput() {
        return output;
    }

    @Override
    public void setOutput(CommandOutput<byte[], byte[], RecordedReply> other) {
        throw new UnsupportedOperationException("a script command keeps its output");
    }

    @Override
    public CommandArgs<byte[], byte[]> getArgs() {
        RoutingArgs current = args;
        if (current == null) {
            current = new RoutingArgs(script, call);
            args = current;
        }
        return current;
    }

    @Override
    public ProtocolKeyword getType() {
        return CommandType.EVALSHA;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public boolean isDone() {
        return state.isEnded();
    }

    @Override
    public boolean hasDemand() {
        return true;
    }

    @Override
    public void setSource(DemandAware.Source source) {}

    @Override
    public String toString() {
        return "EVALSHA " + script.script();
    }
}
