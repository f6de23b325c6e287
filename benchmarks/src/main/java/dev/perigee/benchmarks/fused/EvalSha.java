package dev.perigee.benchmarks.fused;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call for some elements: a command that is its own output, frames itself, and counts the integers of its reply. */
final class EvalSha extends CommandOutput<byte[], byte[], Long>
        implements RedisCommand<byte[], byte[], Long>, CompleteableCommand<Long> {

    private static final ThreadLocal<Frames> FRAMES = ThreadLocal.withInitial(Frames::new);

    private final byte[] sha1;
    private final MeasuredScript script;
    private final int first;
    private final int elements;
    private final CountDownLatch pending;
    private long count;
    private volatile boolean done;
    private @Nullable String failure;
    private @Nullable BiConsumer<? super Long, Throwable> onComplete;

    EvalSha(byte[] sha1, MeasuredScript script, int first, int elements, CountDownLatch pending) {
        super(ByteArrayCodec.INSTANCE, 0L);
        this.sha1 = sha1;
        this.script = script;
        this.first = first;
        this.elements = elements;
        this.pending = pending;
    }

    /** How many integers there were in the reply, once it is there. */
    long integers() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return count;
    }

    @Override
    public void encode(ByteBuf buffer) {
        Frames frames = FRAMES.get();
        frames.clear();
        frames.call(sha1, script, first, elements);
        buffer.writeBytes(frames.bytes(), 0, frames.length());
    }

    @Override
    public void set(long integer) {
        count++;
    }

    @Override
    public void multi(int length) {}

    @Override
    public void setError(ByteBuffer error) {
        failure = decodeString(error);
    }

    @Override
    public boolean hasError() {
        return failure != null;
    }

    @Override
    public void complete() {
        end();
    }

    @Override
    public boolean completeExceptionally(Throwable cause) {
        failure = cause.toString();
        end();
        return true;
    }

    @Override
    public void cancel() {
        completeExceptionally(new IllegalStateException("cancelled"));
    }

    private void end() {
        BiConsumer<? super Long, Throwable> action;
        synchronized (this) {
            if (done) {
                return;
            }
            done = true;
            action = onComplete;
        }
        if (action != null) {
            action.accept(count, failure == null ? null : new IllegalStateException(failure));
        }
        pending.countDown();
    }

    @Override
    public void onComplete(Consumer<? super Long> action) {
        onComplete((result, failed) -> action.accept(result));
    }

    @Override
    public synchronized void onComplete(BiConsumer<? super Long, Throwable> action) {
        onComplete = action;
    }

    @Override
    public CommandOutput<byte[], byte[], Long> getOutput() {
        return this;
    }

    @Override
    public void setOutput(CommandOutput<byte[], byte[], Long> output) {
        throw new UnsupportedOperationException("it is its own output");
    }

    @Override
    public @Nullable CommandArgs<byte[], byte[]> getArgs() {
        return null;
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
        return done;
    }
}
