/**
 * Lua 5.1 as Redis runs it: from a script's text to its syntax tree, with every syntax error found.
 *
 * <p>In: a script's text. Out: a {@code Chunk} of records with exact spans and the variables that names mean, and
 * syntax errors. Depends on nothing.
 */
@NullMarked
package dev.perigee.lua.syntax;

import org.jspecify.annotations.NullMarked;
