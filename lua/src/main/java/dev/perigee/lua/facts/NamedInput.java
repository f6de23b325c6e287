package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;

/**
 * The name that a script gives an element of KEYS or ARGV: {@code local quantity = tonumber(ARGV[2])}.
 *
 * @param array which array
 * @param index the position, from 1
 * @param name the local variable
 * @param span where the variable is declared
 */
public record NamedInput(Atom.Inputs.Array array, int index, String name, Span span) {}
