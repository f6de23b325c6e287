package dev.perigee.processor.model;

import dev.perigee.processor.declaration.ParameterDeclaration;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * How a method's caller gets what its script returns. The call itself is the same in every mode.
 *
 * @param style how the caller waits, or does not
 * @param reply what the reply of one call is read into; the type {@code void} or {@code Void} if it is ignored
 * @param batch the parameter with {@code @Each}, with the type of the collection's elements; null if there is none
 * @param outcomes whether a batch gives outcomes in place of results
 * @param continuation the parameter that Kotlin adds to a {@code suspend} function; null if it is none
 */
public record Mode(
        Style style,
        TypeMirror reply,
        @Nullable ParameterDeclaration batch,
        boolean outcomes,
        @Nullable ParameterDeclaration continuation) {

    /** How the caller waits, or does not. */
    public enum Style {
        /** The method returns when the reply is there. */
        SYNC,
        /** A {@code CompletionStage} or {@code CompletableFuture}. */
        FUTURE,
        /** Reactor's {@code Mono}: each subscription is a call. */
        MONO,
        /** Reactor's {@code Flux} of the elements of a list. */
        FLUX,
        /** A {@code suspend} function of Kotlin. */
        SUSPEND
    }

    /** The parameter with {@code @Each}. */
    public Optional<ParameterDeclaration> each() {
        return Optional.ofNullable(batch);
    }
}
