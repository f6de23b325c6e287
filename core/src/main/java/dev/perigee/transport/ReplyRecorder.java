package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a reply from Lettuce's protocol reader, value by value, and records it. Used by one event loop at a time.
 *
 * <p>{@link #hasError()} and {@link #getError()} are what Lettuce acts upon, and it goes by the first word alone. A script
 * can answer with an error of any wording, so only what a server would have sent is shown there; what the script's caller
 * gets is in the recorded reply.
 */
final class ReplyRecorder extends CommandOutput<byte[], byte[], RecordedReply> {

    private static final Pattern REDIRECTION = Pattern.compile("(?:MOVED|ASK) (\\d{1,5}) \\S*:\\d{1,5}");
    private static final ByteBuffer QUEUED =
            ByteBuffer.wrap("QUEUED".getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();

    private final RecordedReply reply;
    private int openArrays;
    private boolean recorded;
    private final IntPredicate isSlotOfCall;
    private final Runnable whenRedirected;

    /**
     * A recorder of a call's reply.
     *
     * @param isSlotOfCall whether the call's keys are in a slot, the only one that a server would redirect it for
     * @param whenRedirected told when Lettuce follows a redirection, which proves that the script has not run
     */
    ReplyRecorder(IntPredicate isSlotOfCall, Runnable whenRedirected) {
        this(new RecordedReply(), isSlotOfCall, whenRedirected);
    }

    private ReplyRecorder(RecordedReply reply, IntPredicate isSlotOfCall, Runnable whenRedirected) {
        super(ByteArrayCodec.INSTANCE, reply);
        this.reply = reply;
        this.isSlotOfCall = isSlotOfCall;
        this.whenRedirected = whenRedirected;
    }

    /** Forgets everything, for the command is about to be written. */
    void reset() {
        reply.clear();
        openArrays = 0;
        recorded = false;
    }

    @Override
    public void set(@Nullable ByteBuffer bytes) {
        recorded = true;
        if (bytes == null) {
            reply.nil();
        } else {
            reply.string(bytes);
        }
    }

    @Override
    public void set(long integer) {
        recorded = true;
        reply.integer(integer);
    }

    @Override
    public void set(double number) {
        recorded = true;
        reply.number(number);
    }

    @Override
    public void set(boolean value) {
        recorded = true;
        reply.bool(value);
    }

    @Override
    public void setBigNumber(ByteBuffer digits) {
        recorded = true;
        reply.bigNumber(digits);
    }

    /** Lettuce calls this for arrays, and for pushes, which are no replies. */
    @Override
    public void multi(int count) {
        if (opens(count)) {
            reply.array(count);
        }
    }

    @Override
    public void multiSet(int count) {
        if (opens(count)) {
            reply.set(count);
        }
    }

    @Override
    public void multiMap(int entries) {
        if (opens(entries)) {
            reply.map(entries);
        }
    }

    private boolean opens(int count) {
        recorded = count <= 0;
        if (count < 0) {
            reply.nil();
            return false;
        }
        if (count > 0) {
            openArrays++;
        }
        return true;
    }

    @Override
    public void setError(@Nullable ByteBuffer text) {
        recorded = true;
        reply.error(text == null ? ByteBuffer.allocate(0) : text);
    }

    /** Lettuce takes the error back with null when it follows a redirection, and gives a reason before it cancels. */
    @Override
    public void setError(@Nullable String text) {
        if (text == null) {
            reset();
            whenRedirected.run();
        }
    }

    /**
     * Called after every value, with the number of arrays around it. Lettuce's reader drops the status {@code QUEUED},
     * which it takes for a transaction's; a script may well return it.
     */
    @Override
    public void complete(int depth) {
        if (depth < openArrays) {
            openArrays = depth;
        } else if (!recorded) {
            reply.string(QUEUED.duplicate());
        }
        recorded = false;
    }

    @Override
    public boolean hasError() {
        return getError() != null;
    }

    /** The reply's error, unless Lettuce would act on it although no server says it in these words. */
    @Override
    public @Nullable String getError() {
        if (!reply.isError()) {
            return null;
        }
        String text = reply.errorText();
        boolean actedUpon = text.startsWith("MOVED") || text.startsWith("ASK") || text.startsWith("DENIED");
        return actedUpon && !isRedirection(text) ? null : text;
    }

    /** A script that knows its own slot can still say the same as a server; nothing tells the two apart. */
    private boolean isRedirection(String text) {
        Matcher redirection = REDIRECTION.matcher(text);
        return redirection.matches() && isSlotOfCall.test(Integer.parseInt(redirection.group(1)));
    }

    @Override
    public String toString() {
        return "ReplyRecorder";
    }
}
