/**
 * What grows with the number of scripts: the time of the processor, and the start-up and memory of a client; and what must
 * not: the memory of a batch. {@link dev.perigee.benchmarks.growth.Growth} measures all and writes the tables of {@code
 * docs/performance-growth.md}.
 */
@NullMarked
package dev.perigee.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
