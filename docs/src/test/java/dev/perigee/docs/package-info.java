/**
 * Compiles what the documentation shows.
 *
 * <p>In: the Markdown files of this module. Out: nothing but test results. Depends on the processor and {@code core}.
 */
@NullMarked
package dev.perigee.docs;

import org.jspecify.annotations.NullMarked;
