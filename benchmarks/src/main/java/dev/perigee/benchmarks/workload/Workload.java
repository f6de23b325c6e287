package dev.perigee.benchmarks.workload;

import dev.perigee.client.ScriptClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A script and {@value #CALLS} different calls of it, numbered from 0. All clients make the same calls, and turn each reply into the
 * same Java value. Immutable, safe for use by many threads.
 */
public abstract class Workload {

    /** How many different calls there are. */
    public static final int CALLS = 1 << 16;

    /** How many calls in a row may be made as one batch. A batch begins at a multiple of this. */
    public static final int BATCH = 256;

    private final String name;
    private final String text;
    private final String sha1;

    Workload(String name, String file) {
        this.name = name;
        this.text = resource("/scripts/" + file);
        this.sha1 = sha1(text);
    }

    /** All workloads, in the order of the report. */
    public static List<Workload> all() {
        return List.of(
                new FlashWorkload(), new IncrWorkload(), new OneWorkload(), new BucketWorkload(), new BasketWorkload());
    }

    /** The workload with a name. */
    public static Workload named(String name) {
        return all().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no workload is called " + name));
    }

    /** A short name, as in the report. */
    public final String name() {
        return name;
    }

    /** The script. */
    public final String text() {
        return text;
    }

    /** What EVALSHA calls the script. */
    public final String sha1() {
        return sha1;
    }

    /** Whether the script returns an integer; otherwise an array. */
    public abstract boolean returnsInteger();

    /** The keys and arguments of a call. */
    public abstract Call call(int number);

    /** What the Java method returns for a reply of up to three integers, zero standing for those that it does not have. */
    public abstract Object value(long first, long second, long third);

    /** A client's reply as the value that the Java method returns; such a value itself stays as it is. */
    public final Object read(Object reply) {
        if (reply instanceof List<?> values) {
            return value(integer(values, 0), integer(values, 1), integer(values, 2));
        }
        return reply;
    }

    private static long integer(List<?> values, int index) {
        return index < values.size() ? (Long) values.get(index) : 0;
    }

    /** Whether a call can have returned this value, if nobody has made it before. */
    public abstract boolean isPlausible(Object value);

    /** String keys to set before the calls are made. */
    public abstract Map<String, String> seed();

    /** The calls as the generated invoker makes them. */
    public abstract Bound bind(ScriptClient client);

    /** Reads and checks a reply, so that no client is measured at returning something else. */
    public final void accept(Object reply) {
        Object value = read(reply);
        if (!isPlausible(value)) {
            throw new IllegalStateException(name + " returned " + value);
        }
    }

    @Override
    public final String toString() {
        return name;
    }

    private static String resource(String path) {
        try (InputStream in = Workload.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
