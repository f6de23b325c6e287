package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * An error the script raises or returns with a code of its own.
 *
 * @param code its first word: {@code OUT_OF_STOCK}
 * @param span where it is made
 */
public record RaisedError(String code, Span span) {}
