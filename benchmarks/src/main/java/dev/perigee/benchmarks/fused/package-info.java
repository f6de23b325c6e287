/**
 * What one EVALSHA that runs a script for many elements would gain over as many pipelined ones, and what it does to the
 * server's other clients. {@code docs/decisions/0019-fused-batches.md} has the figures and what follows from them.
 */
@NullMarked
package dev.perigee.benchmarks.fused;

import org.jspecify.annotations.NullMarked;
