package dev.perigee.transport;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandKeyword;
import io.lettuce.core.protocol.CommandType;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * SCRIPT KILL, for the script that runs just now. Lettuce writes a command later if the connection is down, and again if that is
 * lost before the answer; by then another script may run. A {@code PING} is written in its place then.
 */
final class KillCommand extends Command<byte[], byte[], String> {

    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(500);
    private static final byte[] PING = "*1\r\n$4\r\nPING\r\n".getBytes(StandardCharsets.US_ASCII);

    private final long made = System.nanoTime();
    private boolean written;

    KillCommand() {
        super(
                CommandType.SCRIPT,
                new StatusOutput<>(ByteArrayCodec.INSTANCE),
                new CommandArgs<>(ByteArrayCodec.INSTANCE).add(CommandKeyword.KILL));
    }

    @Override
    public void encode(ByteBuf buf) {
        if (written || System.nanoTime() - made > SOON) {
            buf.writeBytes(PING);
        } else {
            written = true;
            super.encode(buf);
        }
    }
}
