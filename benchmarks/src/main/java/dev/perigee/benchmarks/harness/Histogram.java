package dev.perigee.benchmarks.harness;

/** Counts times in buckets whose width grows with the time: 32 for each power of two, so that a quantile is off by 3 % at most. */
final class Histogram {

    private static final int BITS = 5;
    private static final int BUCKETS = 1 << BITS;

    private final long[] counts = new long[(Long.SIZE - BITS) * BUCKETS];
    private long total;

    void add(long nanos) {
        counts[bucket(nanos)]++;
        total++;
    }

    void add(Histogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    /** The time in nanoseconds that this part of all times does not exceed; NaN if there are none. */
    double quantile(double part) {
        if (total == 0) {
            return Double.NaN;
        }
        long rank = Math.max(1, (long) Math.ceil(part * total));
        long passed = 0;
        int bucket = -1;
        while (passed < rank) {
            bucket++;
            passed += counts[bucket];
        }
        return middle(bucket);
    }

    /** Times below 32 have a bucket each; above, the highest bit says which group of 32, and the five after it which bucket. */
    private static int bucket(long nanos) {
        if (nanos < BUCKETS) {
            return (int) Math.max(0, nanos);
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos) - BITS;
        return shift * BUCKETS + (int) (nanos >>> shift);
    }

    private static double middle(int bucket) {
        if (bucket < 2 * BUCKETS) {
            return bucket;
        }
        int shift = bucket / BUCKETS - 1;
        long low = (long) (bucket - shift * BUCKETS) << shift;
        return low + ((1L << shift) - 1) / 2.0;
    }
}
