package dev.perigee.invoke;

import java.nio.charset.StandardCharsets;

/** The parts of a key that are the same in every call, in UTF-8; the values of a call go between them. Immutable. */
public final class KeyTemplate {

    private final byte[][] literals;
    private final int size;

    private KeyTemplate(byte[][] literals) {
        this.literals = literals;
        int sum = 0;
        for (byte[] literal : literals) {
            sum += literal.length;
        }
        this.size = sum;
    }

    /**
     * A template.
     *
     * @param literals what is before, between and after the values: one more than there are values, at least two
     */
    public static KeyTemplate of(String... literals) {
        byte[][] encoded = new byte[literals.length][];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = literals[i].getBytes(StandardCharsets.UTF_8);
        }
        return new KeyTemplate(encoded);
    }

    /** What is before the value of this index, from 0, or after the last. */
    byte[] literal(int index) {
        return literals[index];
    }

    /** How many values there are. */
    int values() {
        return literals.length - 1;
    }

    /** How many bytes are the same in every call. */
    int size() {
        return size;
    }
}
