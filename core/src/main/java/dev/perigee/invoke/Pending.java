package dev.perigee.invoke;

/** Stands for what is not written yet; to be deleted with its last use. */
final class Pending {

    private Pending() {}

    @SuppressWarnings({"DoNotCallSuggester", "TypeParameterUnusedInFormals"})
    static <T> T result() {
        throw new UnsupportedOperationException();
    }
}
