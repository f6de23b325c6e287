package dev.perigee.benchmarks.codec;

/**
 * What encoding a call and decoding its reply costs.
 *
 * @param workload which call
 * @param way by whom, and how: the name of the benchmark's method
 * @param nanos time for a call
 * @param bytes allocated for a call
 */
public record CodecResult(String workload, String way, double nanos, double bytes) {}
