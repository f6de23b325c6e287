package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;

/** The idioms {@code (a - a % b) / b} and {@code a - a % 1}, which leave no remainder. */
final class WholeDivision {

    private WholeDivision() {}

    static boolean is(Expression.Binary division) {
        Expression dividend = withoutParentheses(division.left());
        return dividend instanceof Expression.Binary difference
                && difference.operator() == BinaryOperator.SUBTRACT
                && withoutParentheses(difference.right()) instanceof Expression.Binary remainder
                && remainder.operator() == BinaryOperator.MODULO
                && isSame(remainder.right(), division.right());
    }

    /** Whether a difference is {@code a - a % 1}. */
    static boolean isRounding(Expression.Binary difference) {
        return withoutParentheses(difference.right()) instanceof Expression.Binary remainder
                && remainder.operator() == BinaryOperator.MODULO
                && withoutParentheses(remainder.right()) instanceof Expression.NumberLiteral one
                && one.value() == 1
                && isSame(difference.left(), remainder.left());
    }

    static Expression withoutParentheses(Expression expression) {
        Expression inner = expression;
        while (inner instanceof Expression.Parenthesized parenthesized) {
            inner = parenthesized.inner();
        }
        return inner;
    }

    private static boolean isSame(Expression a, Expression b) {
        Expression first = withoutParentheses(a);
        Expression second = withoutParentheses(b);
        if (first instanceof Expression.Variable one && second instanceof Expression.Variable other) {
            return one.name().equals(other.name());
        }
        return first instanceof Expression.NumberLiteral one
                && second instanceof Expression.NumberLiteral other
                && one.value() == other.value();
    }
}
