/**
 * Rules, findings and how they are shown.
 *
 * <p>Depends on {@code dev.perigee.lua.syntax} only.
 */
@NullMarked
package dev.perigee.lua.diagnostics;

import org.jspecify.annotations.NullMarked;
