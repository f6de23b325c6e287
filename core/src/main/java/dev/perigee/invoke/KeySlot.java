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

    private final RespWriter keys = new RespWriter();

    /** The slot of a call's first key, or {@link #NONE}. The other keys are in the same, or the server refuses the call. */
    public int of(ScriptCall<?> call) {
        if (call.keyCount() == 0) {
            return NONE;
        }
        RespBytes bytes = written(call);
        int slot = slot(bytes, 0);
        keys.finish();
        return slot;
    }

    /** The bytes of a call's first key, as they are sent; null if it has none. */
    public static byte @Nullable [] firstKey(ScriptCall<?> call) {
        if (call.keyCount() == 0) {
            return null;
        }
        RespBytes bytes = new KeySlot().written(call);
        return Arrays.copyOfRange(bytes.bytes, bytes.content(0), bytes.content(0) + bytes.length(0));
    }

    /** Refuses a call whose keys are in several slots. */
    static void requireOne(ScriptCall<?> call) {
        RespBytes bytes = new KeySlot().written(call);
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

    private RespBytes written(ScriptCall<?> call) {
        keys.restart();
        call.writeKeys(keys);
        return keys.bytes();
    }

    private static int slot(RespBytes bytes, int frame) {
        int content = bytes.content(frame);
        return HashSlot.of(bytes.bytes, content, content + bytes.length(frame));
    }
}
