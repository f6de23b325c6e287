package dev.perigee.servers;

/** An error reply of the server; the message is the reply's text, its code first, as in {@code WRONGTYPE Operation …}. */
public final class ServerErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerErrorException(String message) {
        super(message);
    }

    /** The first word of the message, such as {@code ERR} or {@code NOSCRIPT}. */
    public String code() {
        String message = String.valueOf(getMessage());
        int space = message.indexOf(' ');
        return space < 0 ? message : message.substring(0, space);
    }
}
