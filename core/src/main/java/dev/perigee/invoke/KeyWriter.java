package dev.perigee.invoke;

/** Takes the keys of a call, in the order of {@code KEYS}. */
public interface KeyWriter {

    /** The next key, sent in UTF-8. */
    void add(String key);

    /** The next key, sent as it is. */
    void add(byte[] key);
}
