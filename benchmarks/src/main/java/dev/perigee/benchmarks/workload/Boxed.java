package dev.perigee.benchmarks.workload;

/** Numbers as objects, most of them made beforehand: what is counted is to be the client's, and not the harness's. */
final class Boxed {

    private static final Long[] KNOWN = new Long[1 << 16];

    static {
        for (int i = 0; i < KNOWN.length; i++) {
            KNOWN[i] = (long) i;
        }
    }

    private Boxed() {}

    static Long of(long value) {
        return value >= 0 && value < KNOWN.length ? KNOWN[(int) value] : Long.valueOf(value);
    }
}
