/**
 * Writes invokers, and the manifest of all scripts.
 *
 * <p>In: a model without errors, and its slot proofs. Out: source files and {@code META-INF/perigee/scripts.json}. Knows
 * nothing of the checks.
 */
@NullMarked
package dev.perigee.processor.codegen;

import org.jspecify.annotations.NullMarked;
