package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * A call of what is no function, or a {@code for … in} over it.
 *
 * @param callee what is called
 * @param iteration whether as the iterator of a {@code for}
 * @param span the call; for an iteration the values after {@code in}
 */
public record InvalidCall(Argument callee, boolean iteration, Span span) {}
