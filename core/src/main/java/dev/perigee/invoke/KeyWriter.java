package dev.perigee.invoke;

/** Takes the keys of a call, in the order of {@code KEYS}. */
public interface KeyWriter {

    /** The next key, sent in UTF-8. */
    void add(String key);

    /** The next key, sent as it is. */
    void add(byte[] key);

    /** The next key, of a template of one value; sent in UTF-8. */
    void add(KeyTemplate template, String value);

    /** The next key, of a template of two values; sent in UTF-8. */
    void add(KeyTemplate template, String first, String second);

    /** The next key, of a template, whose values follow. */
    KeyParts begin(KeyTemplate template);
}
