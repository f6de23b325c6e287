package dev.perigee.transport;

import dev.perigee.invoke.RespWriter;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A script as it is sent: with everything of its commands that is the same in each call. */
final class BoundScript {

    private static final FastThreadLocal<RespWriter> WRITER = new FastThreadLocal<>() {
        @Override
        protected RespWriter initialValue() {
            return new RespWriter();
        }
    };

    private static final int NAME_SHA_AND_KEY_COUNT = 3;

    private final Script script;
    private final byte @Nullable [] head;

    BoundScript(Script script) {
        this.script = script;
        boolean fixed = script.keyCount() != Script.VARIES && script.argumentCount() != Script.VARIES;
        this.head = fixed ? head(script.keyCount(), script.argumentCount()) : null;
    }

    Script script() {
        return script;
    }

    /**
     * Writes one call.
     *
     * @throws IllegalStateException if the call writes another number of keys or arguments than it says, which would make
     *     the server take the next command for a part of this one
     */
    void write(ScriptCall<?> call, ByteBuf out) {
        int keys = call.keyCount();
        int arguments = call.argumentCount();
        out.writeBytes(head == null ? head(keys, arguments) : head);
        RespWriter writer = WRITER.get().reset(out);
        call.writeKeys(writer);
        int keysWritten = writer.written();
        call.writeArguments(writer);
        int argumentsWritten = writer.written() - keysWritten;
        if (keysWritten != keys || argumentsWritten != arguments) {
            throw new IllegalStateException(script.method() + " wrote " + keysWritten + " keys and " + argumentsWritten
                    + " arguments where its invoker declares " + keys + " and " + arguments);
        }
        writer.finish();
    }

    private byte[] head(int keys, int arguments) {
        String keyCount = Integer.toString(keys);
        String text = "*" + (NAME_SHA_AND_KEY_COUNT + keys + arguments)
                + "\r\n$7\r\nEVALSHA\r\n$" + script.sha1().length() + "\r\n" + script.sha1()
                + "\r\n$" + keyCount.length() + "\r\n" + keyCount + "\r\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
