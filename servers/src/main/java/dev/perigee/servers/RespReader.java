package dev.perigee.servers;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads RESP2 replies: simple and bulk strings as String (UTF-8), integers as Long, the two nulls as null, arrays as
 * List, and errors as {@link ServerErrorException} values, which may also be elements of an array.
 *
 * <p>See the Redis documentation, "Redis serialization protocol specification".
 */
final class RespReader {

    private final InputStream in;

    RespReader(InputStream in) {
        this.in = in;
    }

    @Nullable
    Object read() throws IOException {
        int type = in.read();
        String line = line();
        return switch (type) {
            case '+' -> line;
            case '-' -> new ServerErrorException(line);
            case ':' -> number(line);
            case '$' -> bulk(Math.toIntExact(number(line)));
            case '*' -> array(Math.toIntExact(number(line)));
            default -> throw new IOException("not a RESP2 reply: " + (char) type + line);
        };
    }

    private @Nullable String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length || in.readNBytes(2).length < 2) {
            throw endOfStream();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private @Nullable List<@Nullable Object> array(int size) throws IOException {
        if (size < 0) {
            return null;
        }
        List<@Nullable Object> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add(read());
        }
        return Collections.unmodifiableList(elements);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw endOfStream();
            }
            line.write(c);
        }
        if (in.read() != '\n') {
            throw new IOException(
                    "a carriage return without a line feed after " + line.toString(StandardCharsets.UTF_8));
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static long number(String line) throws IOException {
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new IOException("not a number in a RESP2 reply: " + line, e);
        }
    }

    private static EOFException endOfStream() {
        return new EOFException("the server closed the connection");
    }
}
