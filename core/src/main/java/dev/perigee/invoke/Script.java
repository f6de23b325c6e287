package dev.perigee.invoke;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
    private final Mode mode;
    private final @Nullable Recording recording;

    /**
     * How calls are sent.
     *
     * @param timeout their time limit; null for the connection's
     */
    private record Mode(
            Delivery delivery, boolean readOnly, @Nullable Duration timeout) {

        static final Mode DEFAULT = new Mode(Delivery.AT_MOST_ONCE, false, null);
    }

    /**
     * What stands around the text of a script that keeps its replies.
     *
     * @param fileSha1 the SHA-1 of the text without
     * @param head what stands before it, after a shebang
     * @param tail what stands behind it
     */
    private record Recording(String fileSha1, String head, String tail) {

        String around(String text) {
            int start = text.startsWith("#!") ? text.indexOf('\n') + 1 : 0;
            return text.substring(0, start) + head + text.substring(start) + tail;
        }
    }

    private Script(
            String method,
            String file,
            String sha1,
            int keyCount,
            int argumentCount,
            String text,
            Mode mode,
            @Nullable Recording recording) {
        this.method = method;
        this.file = file;
        this.sha1 = sha1;
        this.keyCount = keyCount;
        this.argumentCount = argumentCount;
        this.text = text;
        this.mode = mode;
        this.recording = recording;
    }

    /**
     * A script, as generated code declares it.
     *
     * @param method the method that calls it, as {@code FlashSale.buy}
     * @param file its path among the resources
     * @param sha1 the SHA-1 of its text in UTF-8, 40 lower-case hexadecimal digits
     * @param keyCount how many keys each call passes, an operation key included, or {@link #VARIES}
     * @param argumentCount how many arguments each call passes, or {@link #VARIES}
     * @param text its text, in as many pieces as the class file format needs
     */
    public static Script of(String method, String file, String sha1, int keyCount, int argumentCount, String... text) {
        return new Script(method, file, sha1, keyCount, argumentCount, String.join("", text), Mode.DEFAULT, null);
    }

    /** The same script with calls that may be repeated, or must not be. */
    public Script with(Delivery delivery) {
        return with(new Mode(delivery, mode.readOnly, mode.timeout));
    }

    /** The same script, proven to write nothing: its calls are sent as {@code EVALSHA_RO}, and may go to replicas. */
    public Script readOnly() {
        return with(new Mode(mode.delivery, true, mode.timeout));
    }

    /** The same script with a time limit for each call, as {@link Duration#parse} reads it, in place of the connection's. */
    public Script timeout(String limit) {
        return with(new Mode(mode.delivery, mode.readOnly, Duration.parse(limit)));
    }

    /**
     * The same script, wrapped so that it keeps its reply under an operation key, the last of its keys, and gives it again:
     * it runs exactly once.
     *
     * @param wrappedSha1 the SHA-1 of the whole
     * @param head what stands before the script's own text, after its shebang
     * @param tail what stands behind it, in pieces
     */
    public Script recording(String wrappedSha1, String head, String... tail) {
        Recording around = new Recording(sha1, head, String.join("", tail));
        Mode once = new Mode(Delivery.EXACTLY_ONCE, mode.readOnly, mode.timeout);
        return new Script(method, file, wrappedSha1, keyCount, argumentCount, around.around(text), once, around);
    }

    private Script with(Mode other) {
        return new Script(method, file, sha1, keyCount, argumentCount, text, other, recording);
    }

    /**
     * The same script with another text: its file was changed and is to be used as it is.
     *
     * @param newSha1 the SHA-1 of the new text
     * @param newText the text as the file has it
     */
    public Script withText(String newSha1, String newText) {
        Recording known = recording;
        if (known == null) {
            return new Script(method, file, newSha1, keyCount, argumentCount, newText, mode, null);
        }
        Recording around = new Recording(newSha1, known.head, known.tail);
        String whole = around.around(newText);
        return new Script(method, file, Sha1.of(whole), keyCount, argumentCount, whole, mode, around);
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

    /** The SHA-1 of the text of its file; another than that of what is sent if that is wrapped. */
    public String fileSha1() {
        return recording == null ? sha1 : recording.fileSha1;
    }

    /** What may be done about a call whose reply was lost. */
    public Delivery delivery() {
        return mode.delivery;
    }

    /** Whether it is proven to write nothing. */
    public boolean isReadOnly() {
        return mode.readOnly;
    }

    /** The time limit of each call; null for the connection's. */
    public @Nullable Duration timeout() {
        return mode.timeout;
    }

    @Override
    public String toString() {
        return method + " (" + file + ", " + sha1 + ")";
    }
}
