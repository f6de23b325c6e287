package dev.perigee.transport;

import dev.perigee.invoke.KeySlot;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.CommandArgs;
import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A call's arguments as far as Lettuce asks for them: the first key, by whose slot a cluster connection picks the node. The
 * command writes itself. Shows no values, since tracing may record its text.
 */
final class RoutingArgs extends CommandArgs<byte[], byte[]> {

    private static final int SHA_AND_KEY_COUNT = 2;

    private final BoundScript script;
    private final ScriptCall<?> call;
    private byte @Nullable [] firstKey;

    RoutingArgs(BoundScript script, ScriptCall<?> call) {
        super(ByteArrayCodec.INSTANCE);
        this.script = script;
        this.call = call;
    }

    @Override
    public int count() {
        return SHA_AND_KEY_COUNT + call.keyCount() + call.argumentCount();
    }

    @Override
    public @Nullable ByteBuffer getFirstEncodedKey() {
        if (firstKey == null) {
            firstKey = KeySlot.firstKey(call);
        }
        return firstKey == null ? null : ByteBuffer.wrap(firstKey);
    }

    @Override
    public void encode(ByteBuf buf) {
        throw new UnsupportedOperationException("a script command writes itself");
    }

    @Override
    public String toCommandString() {
        return script.script().sha1() + " " + call.keyCount();
    }

    @Override
    public String toString() {
        return toCommandString();
    }
}
