/**
 * What a script does as far as its text proves it: the keys and arguments it reads, the commands it calls.
 *
 * <p>In: a {@code Chunk} without syntax errors. Out: {@code ScriptFacts}. Depends on {@code dev.perigee.lua.syntax} only.
 */
@NullMarked
package dev.perigee.lua.analysis;

import org.jspecify.annotations.NullMarked;
