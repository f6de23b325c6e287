/**
 * What a script does, as records: what the analysis found and the checks judge.
 *
 * <p>Depends on {@code dev.perigee.lua.syntax} and {@code dev.perigee.lua.value} only.
 */
@NullMarked
package dev.perigee.lua.facts;

import org.jspecify.annotations.NullMarked;
