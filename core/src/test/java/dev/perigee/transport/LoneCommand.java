package dev.perigee.transport;

import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.protocol.RedisStateMachine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** A command without a call that waits for it. Keeps what it is told. */
final class LoneCommand extends ScriptCommand {

    final List<String> events = new ArrayList<>();
    private final Executor later;

    /** Is told at once of an end while it is being encoded. */
    LoneCommand(ScriptCall<?> call) {
        this(call, Runnable::run);
    }

    /** @param later runs what is to be done when the command has been encoded */
    @SuppressWarnings("NullAway") // It is never sent over a transport.
    LoneCommand(ScriptCall<?> call, Executor later) {
        super(new BoundScript(null, null, call.script()), call);
        this.later = later;
    }

    @Override
    void replied() {
        events.add("replied");
    }

    @Override
    void failed(Throwable cause, boolean sent) {
        events.add("failed, " + (sent ? "sent: " : "not sent: ") + cause.getMessage());
    }

    @Override
    void afterEncoding(Runnable task) {
        later.execute(task);
    }

    /** Writes itself. */
    String encoded() {
        ByteBuf out = Unpooled.buffer();
        encode(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Takes a whole reply from the wire, after what it had before. */
    LoneCommand decode(String wire) {
        reset();
        ByteBuf buffer = Unpooled.copiedBuffer(wire, StandardCharsets.UTF_8);
        if (!new RedisStateMachine().decode(buffer, this) || buffer.isReadable()) {
            throw new AssertionError("not one reply: " + wire);
        }
        return this;
    }
}
