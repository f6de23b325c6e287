package dev.perigee.invoke;

/**
 * A script as it was compiled into an invoker: its exact text, and what the processor found out about it. Immutable;
 * compared by identity.
 */
public final class Script {

    /** The key or argument count of a script that depends on the call. */
    public static final int VARIES = -1;

    private final String method;
    private final String file;
    private final String sha1;
    private final int keyCount;
    private final int argumentCount;
    private final String text;

    private Script(String method, String file, String sha1, int keyCount, int argumentCount, String text) {
        this.method = method;
        this.file = file;
        this.sha1 = sha1;
        this.keyCount = keyCount;
        this.argumentCount = argumentCount;
        this.text = text;
    }

    /**
     * A script, as generated code declares it.
     *
     * @param method the method that calls it, as {@code FlashSale.buy}
     * @param file its path among the resources
     * @param sha1 the SHA-1 of its text in UTF-8, 40 lower-case hexadecimal digits
     * @param keyCount how many keys each call passes, or {@link #VARIES}
     * @param argumentCount how many arguments each call passes, or {@link #VARIES}
     * @param text its text, in as many pieces as the class file format needs
     */
    public static Script of(String method, String file, String sha1, int keyCount, int argumentCount, String... text) {
        return new Script(method, file, sha1, keyCount, argumentCount, String.join("", text));
    }

    /** The same script with another text: its file was changed and is to be used as it is. */
    public Script withText(String newSha1, String newText) {
        return new Script(method, file, newSha1, keyCount, argumentCount, newText);
    }

    /** The method that calls it, as {@code FlashSale.buy}. */
    public String method() {
        return method;
    }

    /** Its path among the resources, as {@code scripts/sale/buy.lua}. */
    public String file() {
        return file;
    }

    /** The SHA-1 of its text in UTF-8, 40 lower-case hexadecimal digits. */
    public String sha1() {
        return sha1;
    }

    /** How many keys each call passes, or {@link #VARIES}. */
    public int keyCount() {
        return keyCount;
    }

    /** How many arguments each call passes, or {@link #VARIES}. */
    public int argumentCount() {
        return argumentCount;
    }

    /** Its text, with line feeds as the only newlines. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return method + " (" + file + ", " + sha1 + ")";
    }
}
