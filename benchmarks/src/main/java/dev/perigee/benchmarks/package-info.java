/** Measurements, each a program of its own. Not published. */
@NullMarked
package dev.perigee.benchmarks;

import org.jspecify.annotations.NullMarked;
