package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * A use of a field of a library table: {@code string.format}. So is that of a string's method: {@code s:format(…)}.
 *
 * @param library the table's name; {@code server} for Valkey's, where it is so written
 * @param field the field
 * @param written whether it is assigned to
 * @param span the whole expression
 */
public record LibraryUse(String library, String field, boolean written, Span span) {}
