package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * A use of a field of a library table: {@code string.format}. So is that of a string's method: {@code s:format(…)}.
 *
 * @param library the table's name; {@code server} for Valkey's, where it is so written
 * @param field the field
 * @param written whether it is assigned to
 * @param isTest whether it is read only to see whether it is there, as in {@code if table.unpack then}
 * @param isGuarded whether it is used only where such a test has shown that it is there
 * @param span the whole expression
 */
public record LibraryUse(String library, String field, boolean written, boolean isTest, boolean isGuarded, Span span) {}
