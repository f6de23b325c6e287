package dev.perigee.benchmarks.client;

import dev.perigee.benchmarks.workload.Call;
import dev.perigee.benchmarks.workload.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A blocking socket, and just as much of the protocol as the measured scripts need: ASCII out, integers back. */
final class SocketConnection implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private byte[] request = new byte[1 << 16];
    private int requested;
    private final byte[] reply = new byte[1 << 16];
    private int position;
    private int limit;

    SocketConnection(URI uri) {
        try {
            socket = new Socket(uri.getHost(), uri.getPort());
            socket.setTcpNoDelay(true);
            out = socket.getOutputStream();
            in = socket.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part of a request that is the same for all calls of a script; an EVALSHA of this many keys and arguments. */
    static byte[] head(Workload workload) {
        Call call = workload.call(0);
        int words = 3 + call.keysAndArguments().length;
        String keys = Integer.toString(call.keys().length);
        return ("*" + words + "\r\n$7\r\nEVALSHA\r\n$40\r\n" + workload.sha1() + "\r\n$" + keys.length() + "\r\n" + keys
                        + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    void add(byte[] head, Call call) {
        ensure(head.length);
        System.arraycopy(head, 0, request, requested, head.length);
        requested += head.length;
        for (String word : call.keysAndArguments()) {
            int length = word.length();
            ensure(length + 16);
            request[requested++] = '$';
            number(length);
            end();
            for (int i = 0; i < length; i++) {
                request[requested++] = (byte) word.charAt(i);
            }
            end();
        }
    }

    private void ensure(int length) {
        if (requested + length > request.length) {
            request = Arrays.copyOf(request, 2 * (requested + length));
        }
    }

    private void number(int value) {
        if (value >= 10) {
            number(value / 10);
        }
        request[requested++] = (byte) ('0' + value % 10);
    }

    private void end() {
        request[requested++] = '\r';
        request[requested++] = '\n';
    }

    void flush() throws IOException {
        out.write(request, 0, requested);
        requested = 0;
    }

    /** The next reply, as the value that it stands for. */
    Object read(Workload workload) throws IOException {
        byte type = next();
        if (type == ':') {
            return workload.value(integer(), 0, 0);
        }
        if (type != '*') {
            throw new IOException("a reply began with " + (char) type);
        }
        long size = integer();
        long first = element();
        long second = element();
        return workload.value(first, second, size > 2 ? element() : 0);
    }

    private long element() throws IOException {
        byte type = next();
        if (type != ':') {
            throw new IOException("an element began with " + (char) type);
        }
        return integer();
    }

    private long integer() throws IOException {
        long value = 0;
        for (byte digit = next(); digit != '\r'; digit = next()) {
            value = 10 * value + digit - '0';
        }
        next();
        return value;
    }

    private byte next() throws IOException {
        if (position == limit) {
            limit = in.read(reply);
            position = 0;
            if (limit < 0) {
                throw new IOException("the server closed the connection");
            }
        }
        return reply[position++];
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
