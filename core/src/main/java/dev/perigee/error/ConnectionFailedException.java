package dev.perigee.error;

import org.jspecify.annotations.Nullable;

/** No connection to Redis could be made. */
public final class ConnectionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param target what was to be connected to, as an address without a password
     * @param reason why that failed, in the words of the innermost cause
     * @param cause what made it fail
     */
    public ConnectionFailedException(String target, String reason, @Nullable Throwable cause) {
        super("Cannot connect to " + target + ": " + reason + ". " + advice(reason), cause);
    }

    private static String advice(String reason) {
        if (reason.startsWith("NOAUTH") || reason.startsWith("WRONGPASS")) {
            return "Check the user name and password in the RedisURI.";
        }
        return "Check that the server runs, that host and port in the RedisURI are right, and that TLS is on or off at"
                + " both ends.";
    }
}
