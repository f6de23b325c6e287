package dev.perigee.lua.lint;

/** The command cannot do what it was asked for; the message says why, and is shown to the user. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
