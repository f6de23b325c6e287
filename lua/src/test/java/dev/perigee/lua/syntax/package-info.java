/** Tests of the parser. */
@NullMarked
package dev.perigee.lua.syntax;

import org.jspecify.annotations.NullMarked;
