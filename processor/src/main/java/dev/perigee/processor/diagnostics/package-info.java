/**
 * What the processor has to say to its users: every rule with its code, findings as data, and their text.
 *
 * <p>In: findings of any stage. Out: compiler messages, less the suppressed ones. Depends on {@code lua.syntax} and {@code
 * lua.diagnostics} alone.
 */
@NullMarked
package dev.perigee.processor.diagnostics;

import org.jspecify.annotations.NullMarked;
