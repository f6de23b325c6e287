package dev.perigee.lua.syntax;

/**
 * A name that declares something (a local, a parameter) or is the name of a field or method. A use of a variable is an
 * {@link Expression.Variable} instead.
 *
 * @param text the name
 * @param span where it stands
 */
public record Name(String text, Span span) implements Node {}
