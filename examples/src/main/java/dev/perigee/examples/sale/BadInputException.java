package dev.perigee.examples.sale;

/** A request that makes no sense; the message is for its sender. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }
}
