/** Tests of the command. */
@NullMarked
package dev.perigee.lua.lint;

import org.jspecify.annotations.NullMarked;
