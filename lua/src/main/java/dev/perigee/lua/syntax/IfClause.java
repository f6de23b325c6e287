package dev.perigee.lua.syntax;

/**
 * One {@code if} or {@code elseif} of an {@link Statement.If}.
 *
 * @param condition what decides
 * @param block what runs when it holds
 * @param span from the keyword to the end of the block
 */
public record IfClause(Expression condition, Block block, Span span) implements Node {}
