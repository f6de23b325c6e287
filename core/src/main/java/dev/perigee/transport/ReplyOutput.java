package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.CommandOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a reply from Lettuce's protocol reader, value by value, and records it. Up to three values, as most scripts reply, are
 * kept right here; more in a {@link RecordedReply} of their own. Written by one event loop at a time; handed over once, and
 * then read.
 *
 * <p>{@link #hasError()} and {@link #getError()} are what Lettuce acts upon, and it goes by the first word alone. What the
 * script's caller gets is in the recorded reply.
 */
abstract class ReplyOutput extends CommandOutput<byte[], byte[], Object> {

    private static final int HERE_AT_MOST = 3;
    private static final byte[] NOTHING = {};
    private static final byte[] QUEUED = "QUEUED".getBytes(StandardCharsets.US_ASCII);
    private static final String DENIED = "DENIED";

    /** The codes of the values here, the first one in the lowest bits. */
    private int codes;

    private byte size;
    private byte openArrays;
    private boolean recorded;
    private long first;
    private long second;
    private long third;

    /** The bytes of the strings among the values here, or the record that all values are in. */
    private @Nullable Object more;

    ReplyOutput() {
        super(ByteArrayCodec.INSTANCE, null);
    }

    /** Forgets everything, for the command is about to be written. */
    final void reset() {
        codes = 0;
        size = 0;
        openArrays = 0;
        recorded = false;
        more = null;
    }

    /** Whether the whole reply is an error: not one inside an array. */
    final boolean isError() {
        return more instanceof RecordedReply all ? all.isError() : size == 1 && codes == RecordedReply.ERROR;
    }

    /** The text of the error that {@link #isError()} is about. */
    final String errorText() {
        return more instanceof RecordedReply all
                ? all.errorText()
                : new String(strings(), 0, (int) first, StandardCharsets.UTF_8);
    }

    /** Lets a reader stand on the top of the reply. */
    final void read(ReplyReader reader, Script script) {
        RecordedReply reply;
        if (more instanceof RecordedReply all) {
            reply = all;
        } else {
            reply = reader.own();
            reply.restore(codes, size, first, second, third, (byte[]) more);
        }
        reader.reset(script, reply);
    }

    @Override
    public final void set(@Nullable ByteBuffer bytes) {
        recorded = true;
        if (bytes == null) {
            add(RecordedReply.NIL, 0);
        } else {
            addBytes(RecordedReply.STRING, bytes);
        }
    }

    @Override
    public final void set(long integer) {
        recorded = true;
        add(RecordedReply.INTEGER, integer);
    }

    @Override
    public final void set(double number) {
        recorded = true;
        add(RecordedReply.DOUBLE, Double.doubleToRawLongBits(number));
    }

    @Override
    public final void set(boolean value) {
        recorded = true;
        add(RecordedReply.BOOLEAN, value ? 1 : 0);
    }

    @Override
    public final void setBigNumber(ByteBuffer digits) {
        recorded = true;
        addBytes(RecordedReply.BIG_NUMBER, digits);
    }

    /** Lettuce calls this for arrays, and for pushes, which are no replies. */
    @Override
    public final void multi(int count) {
        if (opens(count)) {
            addOpening(RecordedReply.ARRAY, count, count);
        }
    }

    @Override
    public final void multiSet(int count) {
        if (opens(count)) {
            addOpening(RecordedReply.SET, count, count);
        }
    }

    @Override
    public final void multiMap(int entries) {
        if (opens(entries)) {
            addOpening(RecordedReply.MAP, entries, 2L * entries);
        }
    }

    private boolean opens(int count) {
        recorded = count <= 0;
        if (count < 0) {
            add(RecordedReply.NIL, 0);
            return false;
        }
        if (count > 0) {
            openArrays++;
        }
        return true;
    }

    @Override
    public final void setError(@Nullable ByteBuffer text) {
        recorded = true;
        addBytes(RecordedReply.ERROR, text == null ? ByteBuffer.wrap(NOTHING) : text);
    }

    /** Lettuce gives a reason here before it cancels; the command is told of that. */
    @Override
    public final void setError(@Nullable String text) {}

    /**
     * Called after every value, with the number of arrays around it. Lettuce's reader drops the status {@code QUEUED},
     * which it takes for a transaction's; a script may well return it.
     */
    @Override
    public final void complete(int depth) {
        if (depth < openArrays) {
            openArrays = (byte) depth;
        } else if (!recorded) {
            addBytes(RecordedReply.STRING, ByteBuffer.wrap(QUEUED));
        }
        recorded = false;
    }

    @Override
    public final boolean hasError() {
        return isError() && getError() != null;
    }

    /** The reply's error, unless it begins like the one at which Lettuce closes the connection, and a script may say that. */
    @Override
    public final @Nullable String getError() {
        if (!isError()) {
            return null;
        }
        String text = errorText();
        return text.startsWith(DENIED) ? null : text;
    }

    private void add(int code, long number) {
        if (more instanceof RecordedReply all) {
            all.add(code, number);
            return;
        }
        switch (size) {
            case 0 -> first = number;
            case 1 -> second = number;
            case 2 -> third = number;
            default -> {
                all().add(code, number);
                return;
            }
        }
        codes |= code << (size * RecordedReply.CODE_BITS);
        size++;
    }

    private void addOpening(int code, int length, long values) {
        RecordedReply all = size + values < HERE_AT_MOST && !(more instanceof RecordedReply) ? null : all();
        if (all == null) {
            add(code, length);
        } else if (code == RecordedReply.ARRAY) {
            all.array(length);
        } else if (code == RecordedReply.SET) {
            all.set(length);
        } else {
            all.map(length);
        }
    }

    private void addBytes(int code, ByteBuffer value) {
        RecordedReply all = size < HERE_AT_MOST && !(more instanceof RecordedReply) ? null : all();
        if (all == null) {
            byte[] before = strings();
            int length = value.remaining();
            byte[] bytes = Arrays.copyOf(before, Math.addExact(before.length, length));
            value.get(bytes, before.length, length);
            more = bytes;
            add(code, RecordedReply.place(before.length, length));
        } else if (code == RecordedReply.STRING) {
            all.string(value);
        } else if (code == RecordedReply.ERROR) {
            all.error(value);
        } else {
            all.bigNumber(value);
        }
    }

    /** The record of all values; made when they become too many to be kept here. */
    private RecordedReply all() {
        if (more instanceof RecordedReply all) {
            return all;
        }
        RecordedReply all = new RecordedReply();
        all.restore(codes, size, first, second, third, (byte[]) more);
        more = all;
        return all;
    }

    private byte[] strings() {
        return more instanceof byte[] bytes ? bytes : NOTHING;
    }

    @Override
    public String toString() {
        return "ReplyOutput";
    }
}
