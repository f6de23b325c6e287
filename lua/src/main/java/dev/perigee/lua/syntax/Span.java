package dev.perigee.lua.syntax;

/**
 * A range of a script's text.
 *
 * @param start offset of the first character, in UTF-16 units from 0
 * @param end offset after the last character
 */
public record Span(int start, int end) {}
