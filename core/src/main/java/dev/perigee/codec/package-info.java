/**
 * How values of the application's own types travel: what users implement.
 *
 * <p>In: a value, or a reply. Out: the bytes of an argument, or a value. Depends on nothing.
 */
@NullMarked
package dev.perigee.codec;

import org.jspecify.annotations.NullMarked;
