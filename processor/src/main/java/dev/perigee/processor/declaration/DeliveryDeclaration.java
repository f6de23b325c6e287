package dev.perigee.processor.declaration;

import dev.perigee.processor.diagnostics.JavaPlace;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls of a method are delivered.
 *
 * @param kind what may be done about a call whose reply was lost
 * @param remember how long replies are kept; null unless the kind is {@link Kind#EXACTLY_ONCE}
 * @param timeout the time limit of a call; null for the connection's
 * @param place what says the kind
 */
public record DeliveryDeclaration(
        Kind kind, @Nullable Duration remember, @Nullable Duration timeout, JavaPlace place) {

    /** What may be done about a call whose reply was lost. */
    public enum Kind {
        /** Nothing. */
        AT_MOST_ONCE,
        /** It is sent again: the user says that it does no harm. */
        IDEMPOTENT,
        /** It is sent again: the script keeps its reply. */
        EXACTLY_ONCE
    }

    /** What else has to be equal where a method is inherited twice. */
    String text() {
        return kind + " " + remember + " " + timeout;
    }
}
