package dev.perigee.spring.autoconfigure;

import dev.perigee.error.ConnectionFailedException;
import org.springframework.core.NestedExceptionUtils;

/** Redis could not be reached when the application started. */
final class RedisUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisUnreachableException(String address, ConnectionFailedException cause) {
        super("Cannot connect to Redis at " + address, cause);
    }

    /** The innermost message: of the network, or of the server. */
    String reason() {
        Throwable innermost = NestedExceptionUtils.getMostSpecificCause(this);
        String message = innermost.getMessage();
        return message == null ? innermost.toString() : message;
    }
}
