/**
 * What a script does as far as its text proves it, found by abstract interpretation of its syntax tree.
 *
 * <p>In: a {@code Chunk} without syntax errors. Out: {@code ScriptFacts}. Depends on {@code syntax}, {@code value},
 * {@code facts} and {@code commands}.
 */
@NullMarked
package dev.perigee.lua.analysis;

import org.jspecify.annotations.NullMarked;
