/**
 * What an expression of a script can evaluate to, as far as its text tells: the abstract values of the analysis.
 *
 * <p>Depends on {@code dev.perigee.lua.syntax} only.
 */
@NullMarked
package dev.perigee.lua.value;

import org.jspecify.annotations.NullMarked;
