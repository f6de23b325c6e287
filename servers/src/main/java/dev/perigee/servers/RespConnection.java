package dev.perigee.servers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One RESP2 connection to a server on this machine, for one thread. */
final class RespConnection implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    private final Socket socket = new Socket();
    private final RespReader reader;

    RespConnection(String host, int port, Duration readTimeout) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(readTimeout.toMillis()));
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            reader = new RespReader(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Nullable
    Object call(List<String> command) throws IOException {
        socket.getOutputStream().write(encode(command));
        Object reply = reader.read();
        if (reply instanceof ServerErrorException error) {
            throw error;
        }
        return reply;
    }

    static byte[] encode(List<String> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("*" + command.size() + "\r\n"));
        for (String part : command) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(ascii("$" + bytes.length + "\r\n"));
            out.writeBytes(bytes);
            out.writeBytes(ascii("\r\n"));
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
