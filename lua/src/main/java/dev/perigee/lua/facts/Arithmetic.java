package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Value;
import java.util.List;

/**
 * An operation by {@code + - * / % ^}, or a negation.
 *
 * @param operator the operator as Lua writes it
 * @param operands one or two
 * @param result what it gives
 * @param span the whole expression
 */
public record Arithmetic(String operator, List<Argument> operands, Value result, Span span) {

    public Arithmetic {
        operands = List.copyOf(operands);
    }
}
