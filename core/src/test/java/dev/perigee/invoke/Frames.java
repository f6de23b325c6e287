package dev.perigee.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads back what a buffer sends. */
final class Frames {

    static final Script SCRIPT = Script.of("Sale.buy", "sale/buy.lua", "0".repeat(40), 0, Script.VARIES, "return 1");

    private Frames() {}

    /** The arguments; as many as the buffer says. */
    static List<String> sent(ArgumentBuffer buffer) {
        ByteBuf bytes = Unpooled.buffer();
        RespWriter writer = new RespWriter().reset(bytes);
        writer.add(buffer);
        writer.finish();
        List<String> arguments = new ArrayList<>();
        while (bytes.isReadable()) {
            int end = bytes.bytesBefore((byte) '\r');
            String header =
                    bytes.readCharSequence(end, StandardCharsets.US_ASCII).toString();
            assertThat(header).startsWith("$");
            assertCrlf(bytes);
            int length = Integer.parseInt(header.substring(1));
            arguments.add(bytes.readCharSequence(length, StandardCharsets.UTF_8).toString());
            assertCrlf(bytes);
        }
        assertThat(buffer.count()).isEqualTo(arguments.size());
        return arguments;
    }

    private static void assertCrlf(ByteBuf bytes) {
        assertThat(bytes.readShort()).isEqualTo((short) ('\r' << 8 | '\n'));
    }
}
