package dev.perigee.servers;

import org.jspecify.annotations.Nullable;

/** A server or cluster could not be started; the message says why, with the last lines that the server logged. */
public final class ServerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerStartException(String message) {
        super(message);
    }

    ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
