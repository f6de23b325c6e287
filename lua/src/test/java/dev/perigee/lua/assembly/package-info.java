/** Tests of the assembly. */
@NullMarked
package dev.perigee.lua.assembly;

import org.jspecify.annotations.NullMarked;
