package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Span;

/**
 * A call of a command by its literal name.
 *
 * @param name the name in upper case, as in {@code GET}
 * @param span the literal, with its quotes
 */
public record CommandUse(String name, Span span) {}
