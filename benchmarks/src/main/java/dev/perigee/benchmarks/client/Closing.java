package dev.perigee.benchmarks.client;

/** Closes what may throw anything. */
final class Closing {

    private Closing() {}

    static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot close " + resource, e);
        }
    }
}
