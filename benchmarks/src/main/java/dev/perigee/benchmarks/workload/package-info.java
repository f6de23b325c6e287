/**
 * What is measured: scripts, their typed interfaces, and the calls of them that every client makes. Depends on perigee-core's
 * public API alone.
 */
@NullMarked
package dev.perigee.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
