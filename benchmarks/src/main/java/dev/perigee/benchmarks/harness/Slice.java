package dev.perigee.benchmarks.harness;

/**
 * What one client did in one slice.
 *
 * @param operations how many calls ended
 * @param nanos how long it took
 * @param bytes what was allocated
 * @param cpuNanos processor time of the JVM
 * @param times how long each call took, or each batch; empty where calls are not waited for one by one
 */
record Slice(long operations, long nanos, long bytes, long cpuNanos, Histogram times) {

    double rate() {
        return operations * 1e9 / nanos;
    }

    double bytesPerOperation() {
        return (double) bytes / operations;
    }
}
