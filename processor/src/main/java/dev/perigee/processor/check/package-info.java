/**
 * The checks: one class for each thing that is verified of a method and its script.
 *
 * <p>In: the model. Out: findings. Knows nothing of the code generation; it reads what the
 * declarations and the search for scripts left in the model.
 */
@NullMarked
package dev.perigee.processor.check;

import org.jspecify.annotations.NullMarked;
