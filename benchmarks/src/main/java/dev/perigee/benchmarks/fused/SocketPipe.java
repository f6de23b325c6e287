package dev.perigee.benchmarks.fused;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A blocking socket with nothing between it and the bytes: as fast as a pipeline can be. */
final class SocketPipe implements Pipe {

    private final Socket socket;
    private final InputStream in;
    private final Frames frames = new Frames();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long integers;

    SocketPipe(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    @Override
    public long run(byte[] sha1, MeasuredScript script, int first, int elements, int chunk) throws IOException {
        frames.clear();
        for (int i = 0; i < elements; i += chunk) {
            frames.call(sha1, script, first + i, chunk);
        }
        socket.getOutputStream().write(frames.bytes(), 0, frames.length());
        integers = 0;
        for (int i = 0; i < elements; i += chunk) {
            readReply();
        }
        return integers;
    }

    /** Sends PING and waits for the reply. */
    void ping() throws IOException {
        socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
        readReply();
    }

    private void readReply() throws IOException {
        int type = next();
        switch (type) {
            case ':' -> {
                readNumber();
                integers++;
            }
            case '*' -> {
                long length = readNumber();
                for (long i = 0; i < length; i++) {
                    readReply();
                }
            }
            case '+' -> skipLine();
            default -> throw new IOException("not expected: " + (char) type + skipLine());
        }
    }

    private long readNumber() throws IOException {
        long number = 0;
        for (int c = next(); c != '\n'; c = next()) {
            if (c >= '0' && c <= '9') {
                number = 10 * number + c - '0';
            }
        }
        return number;
    }

    private String skipLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private int next() throws IOException {
        if (position == limit) {
            position = 0;
            limit = in.read(buffer);
            if (limit <= 0) {
                throw new IOException("the server has closed the connection");
            }
        }
        return buffer[position++];
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
