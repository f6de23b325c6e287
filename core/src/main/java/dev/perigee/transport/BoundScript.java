package dev.perigee.transport;

import dev.perigee.invoke.RespWriter;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A script as it is sent over a transport: with everything of its commands that is the same in each call. */
final class BoundScript {

    /** Event loops write, and one writes one call after the other. */
    private static final FastThreadLocal<RespWriter> WRITER = new FastThreadLocal<>() {
        @Override
        protected RespWriter initialValue() {
            return new RespWriter();
        }
    };

    private static final int NAME_SCRIPT_AND_KEY_COUNT = 3;

    private final ScriptTransport transport;
    private final ReplyDecoding decoding;
    private final Script script;
    private final CommandType type;
    private final byte @Nullable [] head;
    private final long timeout;

    BoundScript(ScriptTransport transport, ReplyDecoding decoding, Script script) {
        this.transport = transport;
        this.decoding = decoding;
        this.script = script;
        this.type = script.isReadOnly() ? CommandType.EVALSHA_RO : CommandType.EVALSHA;
        boolean fixed = script.keyCount() != Script.VARIES && script.argumentCount() != Script.VARIES;
        this.head = fixed ? head(type, script.sha1(), script.keyCount(), script.argumentCount()) : null;
        Duration limit = script.timeout();
        this.timeout = limit == null ? 0 : limit.toNanos();
    }

    ScriptTransport transport() {
        return transport;
    }

    ReplyDecoding decoding() {
        return decoding;
    }

    Script script() {
        return script;
    }

    CommandType type() {
        return type;
    }

    /** Whether calls take no notice of Lettuce's time limits: the script has one of its own, or is killed by its own. */
    boolean timesItself() {
        return timeout > 0 || transport.killsScripts();
    }

    /** How many nanoseconds a call may take; zero or less for ever. */
    long timeout() {
        return timeout > 0 ? timeout : transport.timeout().toNanos();
    }

    /** Whether a call that may have run may be sent again. */
    boolean mayRepeat() {
        return script.delivery().mayRepeat();
    }

    /**
     * Writes one call.
     *
     * @throws IllegalStateException if the call writes another number of keys or arguments than it says, which would make
     *     the server take the next command for a part of this one
     */
    void write(ScriptCall<?> call, ByteBuf out) {
        byte[] known = head;
        write(known == null ? head(type, script.sha1(), call.keyCount(), call.argumentCount()) : known, call, out);
    }

    /** As {@link #write}, with the text in place of its SHA-1, by a command that refuses to write. */
    void writeWithText(ScriptCall<?> call, ByteBuf out) {
        write(head(CommandType.EVAL_RO, script.text(), call.keyCount(), call.argumentCount()), call, out);
    }

    private void write(byte[] beginning, ScriptCall<?> call, ByteBuf out) {
        out.writeBytes(beginning);
        RespWriter writer = WRITER.get().reset(out);
        call.writeKeys(writer);
        int keys = writer.written();
        call.writeArguments(writer);
        int arguments = writer.written() - keys;
        if (keys != call.keyCount() || arguments != call.argumentCount()) {
            throw new IllegalStateException(script.method() + " wrote " + keys + " keys and " + arguments
                    + " arguments where its invoker declares " + call.keyCount() + " and " + call.argumentCount());
        }
        writer.finish();
    }

    private static byte[] head(CommandType type, String script, int keys, int arguments) {
        String keyCount = Integer.toString(keys);
        String text = "*" + (NAME_SCRIPT_AND_KEY_COUNT + keys + arguments)
                + "\r\n$" + type.name().length() + "\r\n" + type.name()
                + "\r\n$" + script.getBytes(StandardCharsets.UTF_8).length + "\r\n" + script
                + "\r\n$" + keyCount.length() + "\r\n" + keyCount + "\r\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
