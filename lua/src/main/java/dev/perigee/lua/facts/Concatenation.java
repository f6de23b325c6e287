package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import java.util.List;

/**
 * A chain of {@code ..}.
 *
 * @param operands at least two, in order
 * @param span the whole expression
 */
public record Concatenation(List<Argument> operands, Span span) {

    public Concatenation {
        operands = List.copyOf(operands);
    }
}
