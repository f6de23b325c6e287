/**
 * From a script's file to the exact text that Redis gets, with its SHA-1.
 *
 * <p>In: the bytes of a file. Out: an {@code AssembledScript}, or why there is none. Depends on
 * {@code dev.perigee.lua.syntax} only.
 */
@NullMarked
package dev.perigee.lua.assembly;

import org.jspecify.annotations.NullMarked;
