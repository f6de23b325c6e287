package dev.perigee.lua.syntax;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends scripts to a server, many at a time. */
public final class ScriptLoader implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public ScriptLoader(String host, int port) throws IOException {
        socket = new Socket(host, port);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** The reply to each {@code SCRIPT LOAD}: a SHA-1, or an error that begins with a dash. */
    public List<String> load(List<byte[]> scripts) throws IOException {
        for (byte[] script : scripts) {
            send("SCRIPT".getBytes(StandardCharsets.US_ASCII), "LOAD".getBytes(StandardCharsets.US_ASCII), script);
        }
        out.flush();
        List<String> replies = new ArrayList<>();
        for (int i = 0; i < scripts.size(); i++) {
            replies.add(reply());
        }
        return replies;
    }

    /** The reply to a command of words. */
    public String command(String... words) throws IOException {
        byte[][] bytes = new byte[words.length][];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i].getBytes(StandardCharsets.UTF_8);
        }
        send(bytes);
        out.flush();
        return reply();
    }

    private void send(byte[]... words) throws IOException {
        line("*" + words.length);
        for (byte[] word : words) {
            line("$" + word.length);
            out.write(word);
            line("");
        }
    }

    private void line(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private String reply() throws IOException {
        String line = readLine();
        if (!line.startsWith("$")) {
            return line;
        }
        int length = Integer.parseInt(line.substring(1));
        String bulk = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        readLine();
        return bulk;
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int before = 0;
        int c = in.read();
        while (before != '\r' || c != '\n') {
            if (c < 0) {
                throw new EOFException("the server closed the connection after " + line);
            }
            line.append((char) c);
            before = c;
            c = in.read();
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
