/**
 * Sends script calls over Lettuce: the one package that knows its internals.
 *
 * <p>In: a {@code ScriptCall}. Out: its reply, recorded, or the error that names method and file. Recovers from NOSCRIPT.
 * Depends on {@code invoke} and {@code error}.
 */
@NullMarked
package dev.perigee.transport;

import org.jspecify.annotations.NullMarked;
