/**
 * Measures: clients take turns at short slices, in one JVM. In come scenarios, out go results. Depends on {@code client} and
 * {@code workload}.
 */
@NullMarked
package dev.perigee.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
