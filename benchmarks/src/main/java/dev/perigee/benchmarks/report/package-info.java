/**
 * Tells what was measured: results go into a file, and files become tables, plots and a comparison with the targets. Depends on the
 * results of {@code harness} and {@code codec}.
 */
@NullMarked
package dev.perigee.benchmarks.report;

import org.jspecify.annotations.NullMarked;
