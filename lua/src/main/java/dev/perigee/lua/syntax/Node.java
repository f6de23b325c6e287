package dev.perigee.lua.syntax;

/**
 * A part of the syntax tree. All nodes are immutable.
 *
 * <p>A tree is at most some 200 levels deep, as Redis refuses more, but for one direction: the left operand of a binary
 * operator and what a suffix ({@code .name}, {@code [key]}, call) is attached to. {@code a + b + c + …} leans to the left
 * as far as the text is long. Code that visits a tree must not recurse that way: see {@link Expression#leftSpine()}.
 */
public sealed interface Node permits Block, Chunk, Expression, IfClause, Name, Statement, TableField {

    /** Where the node stands, from its first token to its last. */
    Span span();
}
