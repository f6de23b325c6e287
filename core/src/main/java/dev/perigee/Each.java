package dev.perigee;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The script runs once for each element of this collection, the other parameters being the same for all of them. The
 * method returns a list of results in the order of the elements.
 *
 * <p>Key templates use the parameter's name for the element. The calls are pipelined, each to the node of its own slot, and
 * are independent of each other: one that fails fails alone. The method then throws {@link
 * dev.perigee.error.BatchException BatchException}, which has the results and errors of all, unless it returns {@code
 * List<Outcome<T>>}.
 *
 * <p>The collection is not copied. An element is taken from it, and its arguments are encoded, when its call is about to be
 * sent, so neither the collection nor its elements may change until all calls have ended; with a {@code Mono} or {@code
 * Flux}, those of the last subscription. A method that waits does all this on its caller's thread. Any other does it on the
 * caller's or subscriber's thread at first, and on event loops later, where nothing may block: not the collection's iterator,
 * nor the elements' getters, nor an {@link dev.perigee.codec.ArgEncoder ArgEncoder} or {@link dev.perigee.codec.JsonCodec
 * JsonCodec} that encodes them.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Each {}
