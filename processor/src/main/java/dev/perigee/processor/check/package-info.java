/**
 * The checks: one class for each thing that is verified of a method and its script.
 *
 * <p>In: the model. Out: findings. Knows neither the code generation nor how the model came about.
 */
@NullMarked
package dev.perigee.processor.check;

import org.jspecify.annotations.NullMarked;
