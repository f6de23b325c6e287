package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * A use of a global variable by its name, or by {@code _G.name}.
 *
 * @param name the name
 * @param written whether it is assigned to
 * @param isTest whether it is read only to see whether it is there, as in {@code if server then}; reading a missing global
 *     raises an error all the same
 * @param span where it stands
 */
public record GlobalUse(String name, boolean written, boolean isTest, Span span) {}
