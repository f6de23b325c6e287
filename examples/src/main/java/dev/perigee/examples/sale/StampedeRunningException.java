package dev.perigee.examples.sale;

/** One stampede at a time. */
final class StampedeRunningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StampedeRunningException() {
        super("A stampede is under way.");
    }
}
