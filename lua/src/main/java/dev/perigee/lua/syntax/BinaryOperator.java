package dev.perigee.lua.syntax;

/** A binary operator with its precedence (Lua 5.1 manual, section 2.5.6). */
public enum BinaryOperator {
    OR("or", 1, 1),
    AND("and", 2, 2),
    LESS("<", 3, 3),
    GREATER(">", 3, 3),
    LESS_EQUAL("<=", 3, 3),
    GREATER_EQUAL(">=", 3, 3),
    NOT_EQUAL("~=", 3, 3),
    EQUAL("==", 3, 3),
    CONCAT("..", 5, 4),
    ADD("+", 6, 6),
    SUBTRACT("-", 6, 6),
    MULTIPLY("*", 7, 7),
    DIVIDE("/", 7, 7),
    MODULO("%", 7, 7),
    POWER("^", 10, 9);

    private final String text;
    private final int left;
    private final int right;

    BinaryOperator(String text, int left, int right) {
        this.text = text;
        this.left = left;
        this.right = right;
    }

    /** The operator as Lua writes it. */
    public String text() {
        return text;
    }

    /** How tightly it holds its left operand. */
    int left() {
        return left;
    }

    /** How tightly it holds its right operand: less than the left one in a right-associative operator. */
    int right() {
        return right;
    }
}
