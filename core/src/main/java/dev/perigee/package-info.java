/**
 * The annotations that turn an interface into typed Redis scripts.
 *
 * <p>In: an interface and {@code .lua} files. Out, by the annotation processor: an invoker class. Depends on nothing.
 */
@NullMarked
package dev.perigee;

import org.jspecify.annotations.NullMarked;
