package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Value;
import java.util.List;

/**
 * An operation by {@code + - * / % ^}, a negation, or the head of a loop {@code for i = a, b, c}.
 *
 * @param operator the operator as Lua writes it; {@code for}
 * @param operands one or two; of a loop its start, its limit, and its step if that is written
 * @param result what it gives; of a loop what its variable is
 * @param span the whole expression
 */
public record Arithmetic(String operator, List<Argument> operands, Value result, Span span) {

    public Arithmetic {
        operands = List.copyOf(operands);
    }
}
