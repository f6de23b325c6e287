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
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Each {}
