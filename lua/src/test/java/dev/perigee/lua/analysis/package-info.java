/** Tests of the analysis. */
@NullMarked
package dev.perigee.lua.analysis;

import org.jspecify.annotations.NullMarked;
