package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Value;

/**
 * An argument of a call, or another operand.
 *
 * @param value what it can be
 * @param span where it stands
 */
public record Argument(Value value, Span span) {}
