/**
 * Judges what a script does: one class a check.
 *
 * <p>In: {@code ScriptFacts} and settings. Out: findings. Knows nothing of Java interfaces. Depends on {@code facts},
 * {@code commands} and {@code diagnostics}.
 */
@NullMarked
package dev.perigee.lua.check;

import org.jspecify.annotations.NullMarked;
