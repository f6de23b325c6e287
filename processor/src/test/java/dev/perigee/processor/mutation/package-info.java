/** Faults put into correct scripts and interfaces, to see which the processor finds. */
@NullMarked
package dev.perigee.processor.mutation;

import org.jspecify.annotations.NullMarked;
