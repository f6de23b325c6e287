/** Tests of the module as a whole. */
@NullMarked
package dev.perigee.lua;

import org.jspecify.annotations.NullMarked;
