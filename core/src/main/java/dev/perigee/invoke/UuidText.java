package dev.perigee.invoke;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads UUIDs in their usual form, {@code 8-4-4-4-12} hexadecimal digits, and nothing that only resembles it. */
final class UuidText {

    static final int LENGTH = 36;

    private UuidText() {}

    /** The UUID; null if it is none. */
    static @Nullable UUID parse(byte[] text, int from, int to) {
        if (to - from != LENGTH) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < LENGTH; i++) {
            byte character = text[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (character != '-') {
                    return null;
                }
                continue;
            }
            int digit = hexadecimal(character);
            if (digit < 0) {
                return null;
            } else if (i < 18) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
        }
        return new UUID(high, low);
    }

    private static int hexadecimal(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int letter = character | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
