package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Span;

/**
 * A comparison by one of {@code == ~= < > <= >=}.
 *
 * @param operator the operator
 * @param left its left operand
 * @param right its right operand
 * @param span the whole expression
 */
public record Comparison(BinaryOperator operator, Argument left, Argument right, Span span) {}
