package dev.perigee.lua.syntax;

import java.util.List;

/**
 * A list of statements with one scope.
 *
 * @param statements in order; a {@code return} or {@code break} can only be the last one
 * @param span from the first statement to the last; empty, after the token before it, when there are none
 */
public record Block(List<Statement> statements, Span span) implements Node {

    public Block {
        statements = List.copyOf(statements);
    }
}
