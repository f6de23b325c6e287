/** Tests of the diagnostics. */
@NullMarked
package dev.perigee.lua.diagnostics;

import org.jspecify.annotations.NullMarked;
