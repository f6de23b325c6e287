package dev.perigee.lua.assembly;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that gives replies as the bytes they are. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RawConnection(String host, int port, String protocol) throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        command("HELLO", protocol);
    }

    /** The reply, in Latin-1, so that each byte is a character. */
    String command(String... words) throws IOException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        command.writeBytes(("*" + words.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            command.writeBytes(("$" + bytes.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
            command.writeBytes(bytes);
            command.writeBytes(new byte[] {'\r', '\n'});
        }
        socket.getOutputStream().write(command.toByteArray());
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        // Not recursive: replies here are thousands of arrays deep.
        for (long missing = 1; missing > 0; missing--) {
            missing += readPart(reply);
        }
        return reply.toString(StandardCharsets.ISO_8859_1);
    }

    /** Reads up to the parts of an aggregate; how many those are. */
    private long readPart(ByteArrayOutputStream reply) throws IOException {
        String line = line(reply);
        return switch (line.charAt(0)) {
            case '$', '=', '!' -> {
                int length = Integer.parseInt(line.substring(1));
                if (length >= 0) {
                    reply.writeBytes(in.readNBytes(length + 2));
                }
                yield 0;
            }
            case '*', '~' -> Math.max(0, Long.parseLong(line.substring(1)));
            case '%' -> 2 * Long.parseLong(line.substring(1));
            default -> 0;
        };
    }

    private String line(ByteArrayOutputStream reply) throws IOException {
        StringBuilder line = new StringBuilder();
        int before = 0;
        int c = 0;
        while (before != '\r' || c != '\n') {
            before = c;
            c = in.read();
            if (c < 0) {
                throw new EOFException("the server closed the connection after " + line);
            }
            reply.write(c);
            line.append((char) c);
        }
        return line.substring(0, line.length() - 2);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
