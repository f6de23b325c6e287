/**
 * The clients, each used as its own documentation advises, and the servers that they call. Depends on {@code workload} and on the
 * clients' public APIs.
 */
@NullMarked
package dev.perigee.benchmarks.client;

import org.jspecify.annotations.NullMarked;
