package dev.perigee.invoke;

import java.util.UUID;

/** Takes the values of one key, in their order; the last one ends the key. */
public interface KeyParts {

    /** Sent in UTF-8. */
    KeyParts part(String value);

    /** Sent as decimal digits, with a minus sign if negative. */
    KeyParts part(long value);

    /** Sent as {@code true} or {@code false}. */
    KeyParts part(boolean value);

    /** Sent in the usual 36 characters, in lower case. */
    KeyParts part(UUID value);

    /** Sent as the constant's {@link Enum#name() name}. */
    KeyParts part(Enum<?> value);
}
