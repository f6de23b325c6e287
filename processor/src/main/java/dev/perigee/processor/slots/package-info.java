/**
 * Proves that the keys of a call share a Redis Cluster hash slot, or that they do not have to.
 *
 * <p>In: the keys of a method. Out: a proof, with the checks that generated code has to make for it to hold, or why there is
 * none. Depends on {@code model} alone.
 */
@NullMarked
package dev.perigee.processor.slots;

import org.jspecify.annotations.NullMarked;
