package dev.perigee.invoke;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hash slot of calls, over what is sent. Makes no objects once it has been used, so keep one; for one thread at a
 * time.
 */
public final class KeySlot {

    /** The slot of a call without keys. */
    public static final int NONE = -1;

    private final FirstKey key = new FirstKey();

    /** The slot of a call's first key, or {@link #NONE}. The other keys are in the same, or the server refuses the call. */
    public int of(ScriptCall<?> call) {
        if (call.keyCount() == 0) {
            return NONE;
        }
        Utf8Bytes first = key.of(call);
        return HashSlot.of(first.bytes, 0, first.size);
    }

    /** The bytes of a call's first key, as they are sent; null if it has none. */
    public static byte @Nullable [] firstKey(ScriptCall<?> call) {
        if (call.keyCount() == 0) {
            return null;
        }
        Utf8Bytes first = new FirstKey().of(call);
        return Arrays.copyOf(first.bytes, first.size);
    }

    /** Refuses a call whose keys are in several slots. */
    static void requireOne(ScriptCall<?> call) {
        RespWriter keys = new RespWriter();
        call.writeKeys(keys);
        RespBytes bytes = keys.bytes();
        int slot = NONE;
        int frame = 0;
        for (int key = 1; key <= bytes.count; key++) {
            int next = slot(bytes, frame);
            if (key > 1 && next != slot) {
                throw call.refused("KEYS[1] is in slot " + slot + " and KEYS[" + key + "] in slot " + next
                        + ", but a script's keys must share one: give them a common {hash tag}");
            }
            slot = next;
            frame = bytes.after(frame);
        }
    }

    private static int slot(RespBytes bytes, int frame) {
        int content = bytes.content(frame);
        return HashSlot.of(bytes.bytes, content, content + bytes.length(frame));
    }
}
