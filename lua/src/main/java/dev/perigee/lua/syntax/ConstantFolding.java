package dev.perigee.lua.syntax;

/** Arithmetic on numerals that Lua's compiler does itself. */
final class ConstantFolding {
    private ConstantFolding() {}

    /** The value, or NaN where the compiler leaves the operation to run time. */
    static double fold(BinaryOperator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? Double.NaN : left / right;
            case MODULO -> right == 0 ? Double.NaN : left - Math.floor(left / right) * right;
            case POWER -> Math.pow(left, right);
            case OR, AND, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, NOT_EQUAL, EQUAL, CONCAT -> Double.NaN;
        };
    }
}
