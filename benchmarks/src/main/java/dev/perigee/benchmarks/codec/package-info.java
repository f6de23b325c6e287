/**
 * What encoding a call and decoding its reply costs by itself: Lettuce's own connection classes over a writer that has no
 * network. Depends on {@code workload} and on Lettuce's public classes, so that it measures whatever Perigee sends through them.
 */
@NullMarked
package dev.perigee.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
