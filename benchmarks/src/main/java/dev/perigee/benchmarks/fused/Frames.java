package dev.perigee.benchmarks.fused;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes EVALSHA commands into a buffer. Used by one thread. */
final class Frames {

    private static final byte[][] KEYS = keys();

    private byte[] bytes = new byte[1 << 16];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    /** One call of a script for some elements, from the first on. */
    void call(byte[] sha1, MeasuredScript script, int first, int elements) {
        int keys = elements * script.keys();
        int arguments = elements * script.arguments();
        line('*', 3 + keys + arguments);
        bulk("EVALSHA".getBytes(StandardCharsets.US_ASCII));
        bulk(sha1);
        bulk(Integer.toString(keys).getBytes(StandardCharsets.US_ASCII));
        for (int element = first; element < first + elements; element++) {
            for (int key = 0; key < script.keys(); key++) {
                bulk(KEYS[key * MeasuredScript.ELEMENTS + element % MeasuredScript.ELEMENTS]);
            }
        }
        for (int argument = 0; argument < arguments; argument++) {
            line('$', 1);
            need(3);
            bytes[length++] = '1';
            newline();
        }
    }

    private void bulk(byte[] value) {
        line('$', value.length);
        need(value.length + 2);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        newline();
    }

    private void line(char type, int number) {
        need(16);
        bytes[length++] = (byte) type;
        int divisor = 1;
        while (number / divisor >= 10) {
            divisor *= 10;
        }
        for (; divisor > 0; divisor /= 10) {
            bytes[length++] = (byte) ('0' + number / divisor % 10);
        }
        newline();
    }

    private void newline() {
        bytes[length++] = '\r';
        bytes[length++] = '\n';
    }

    private void need(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
        }
    }

    private static byte[][] keys() {
        byte[][] keys = new byte[2 * MeasuredScript.ELEMENTS][];
        for (int i = 0; i < keys.length; i++) {
            String key = "k" + i / MeasuredScript.ELEMENTS + ":" + i % MeasuredScript.ELEMENTS;
            keys[i] = key.getBytes(StandardCharsets.US_ASCII);
        }
        return keys;
    }
}
