/** Tests of the checks. */
@NullMarked
package dev.perigee.lua.check;

import org.jspecify.annotations.NullMarked;
