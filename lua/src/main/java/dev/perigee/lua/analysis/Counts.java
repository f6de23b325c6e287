package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.UnaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import org.jspecify.annotations.Nullable;

/** Compares numbers that are known: constants, and how many elements a table or {@code ...} has. */
final class Counts {

    private final Evaluation evaluation;

    Counts(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /**
     * What a comparison gives; null if that is not known.
     *
     * @param lengths whether to take the lengths of tables, too, which are not sure: an element may be nil, and what is done
     *     through another name of a table is not seen
     */
    @Nullable
    Boolean compare(Expression.Binary comparison, boolean lengths, State state) {
        Double left = number(comparison.left(), lengths, state);
        Double right = left == null ? null : number(comparison.right(), lengths, state);
        return (left == null || right == null) ? null : compare(comparison.operator(), left, right);
    }

    private static @Nullable Boolean compare(BinaryOperator operator, double left, double right) {
        return switch (operator) {
            case EQUAL -> left == right;
            case NOT_EQUAL -> left != right;
            case LESS -> left < right;
            case LESS_EQUAL -> left <= right;
            case GREATER -> left > right;
            case GREATER_EQUAL -> left >= right;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER, CONCAT, AND, OR -> null;
        };
    }

    private @Nullable Double number(Expression expression, boolean lengths, State state) {
        Expression inner = WholeDivision.withoutParentheses(expression);
        if (inner instanceof Expression.NumberLiteral literal) {
            return literal.value();
        } else if (inner instanceof Expression.Unary unary && unary.operator() == UnaryOperator.LENGTH) {
            return lengths ? length(value(unary.operand(), state)) : null;
        } else if (inner instanceof Expression.Call call) {
            return arguments(call);
        }
        Value value = value(inner, state);
        return value == null ? null : value.constant();
    }

    private @Nullable Value value(Expression expression, State state) {
        Local local = evaluation.tables.local(WholeDivision.withoutParentheses(expression));
        return local == null ? null : evaluation.read(local, state);
    }

    /** Of a table with elements from 1 on, and no others. */
    private static @Nullable Double length(@Nullable Value value) {
        if (value == null || !(value.single() instanceof Atom.Table table) || table.reply() != null) {
            return null;
        }
        int length = table.fields().size();
        boolean all = table.rest() == null && (length == 0 || table.fields().containsKey(length));
        for (Object key : table.fields().keySet()) {
            all &= key instanceof Integer position && position <= length;
        }
        return all ? Double.valueOf(length) : null;
    }

    /** {@code select('#', ...)}. */
    private @Nullable Double arguments(Expression.Call call) {
        boolean counts = call.function() instanceof Expression.Variable function
                && function.name().equals("select")
                && evaluation.tables.local(function) == null
                && call.arguments().size() == 2
                && call.arguments().get(0) instanceof Expression.StringLiteral text
                && "#".equals(text.value().text())
                && call.arguments().get(1) instanceof Expression.Vararg;
        Values given = evaluation.frame().varargs();
        return counts && !given.isOpen() ? Double.valueOf(given.known().size()) : null;
    }
}
