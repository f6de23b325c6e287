package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.TableField;
import dev.perigee.lua.syntax.UnaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Evaluates expressions. */
final class Expressions {
    static final Value ANY_BOOLEAN = Value.of(new Atom.Bool(true, null)).or(Value.of(new Atom.Bool(false, null)));

    private static final Set<BinaryOperator> COMPARISONS = Set.of(
            BinaryOperator.EQUAL,
            BinaryOperator.NOT_EQUAL,
            BinaryOperator.LESS,
            BinaryOperator.LESS_EQUAL,
            BinaryOperator.GREATER,
            BinaryOperator.GREATER_EQUAL);

    private final Evaluation evaluation;

    /** What is evaluated after what it leans on: of each expression that is under way, the last one first. */
    private final List<Expression> spine = new ArrayList<>();

    Expressions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The values of a list, of which the last expression may have several. */
    Values values(List<Expression> expressions, State state) {
        int last = expressions.size() - 1;
        if (last < 0) {
            return Values.NONE;
        }
        Argument[] known = new Argument[last + 1];
        for (int i = 0; i < last; i++) {
            known[i] = argument(expressions.get(i), state);
        }
        Expression expression = expressions.get(last);
        if (!isSeveral(expression)) {
            known[last] = argument(expression, state);
            return new Values(List.of(known), null);
        }
        Values several = several(expression, state);
        if (last == 0) {
            return several.at(expression.span());
        }
        List<Argument> all = new ArrayList<>(last + several.known().size());
        all.addAll(Arrays.asList(known).subList(0, last));
        all.addAll(several.at(expression.span()).known());
        return new Values(all, several.rest());
    }

    private static boolean isSeveral(Expression expression) {
        return expression instanceof Expression.Invocation || expression instanceof Expression.Vararg;
    }

    /** The values of an expression that stands last in a list. */
    Values several(Expression expression, State state) {
        if (expression instanceof Expression.Vararg) {
            return evaluation.frame().varargs();
        } else if (expression instanceof Expression.Invocation) {
            evaluation.step();
            Value callee = leftOf(expression, state);
            evaluation.step();
            return invoked(callee, expression, state);
        }
        return Values.one(value(expression, state), expression.span());
    }

    /** The first value of an expression. */
    Value value(Expression expression, State state) {
        evaluation.step();
        if (expression.leaning() == null) {
            return leaf(expression, state);
        } else if (isLogical(expression)) {
            return evaluation.conditions.value((Expression.Binary) expression, state);
        }
        Value left = leftOf(expression, state);
        evaluation.step();
        return extended(left, expression, state);
    }

    Argument argument(Expression expression, State state) {
        return new Argument(value(expression, state), expression.span());
    }

    /** The value of what an expression leans on. Begins at an {@code and} or {@code or}, which decides what is evaluated. */
    private Value leftOf(Expression expression, State state) {
        int mark = spine.size();
        Expression first = expression;
        for (Expression left = first.leaning(); left != null; left = isLogical(first) ? null : first.leaning()) {
            evaluation.fieldTests.testIn(first);
            spine.add(first);
            first = left;
        }
        Value value = first instanceof Expression.Binary logical
                ? evaluation.conditions.value(logical, state)
                : leaf(first, state);
        while (spine.size() > mark + 1) {
            evaluation.step();
            value = extended(value, spine.remove(spine.size() - 1), state);
        }
        spine.remove(mark);
        return value;
    }

    private static boolean isLogical(Expression expression) {
        return expression instanceof Expression.Binary binary && Conditions.isLogical(binary);
    }

    private Value leaf(Expression expression, State state) {
        if (expression instanceof Expression.Variable variable) {
            return variable(variable, false, state);
        } else if (expression instanceof Expression.StringLiteral literal) {
            String text = literal.value().text();
            return text == null
                    ? Value.of(new Atom.Text(List.of(new Source.Other())))
                    : evaluation.constants.text(text);
        } else if (expression instanceof Expression.NumberLiteral number) {
            return evaluation.constants.number(number.value());
        } else if (expression instanceof Expression.BooleanLiteral bool) {
            return Value.of(new Atom.Bool(bool.value(), null));
        } else if (expression instanceof Expression.Parenthesized parenthesized) {
            return value(parenthesized.inner(), state);
        } else if (expression instanceof Expression.Unary unary) {
            return unary(unary, state);
        } else if (expression instanceof Expression.Function function) {
            evaluation.meet(function, state);
            return Value.of(new Atom.Closure(function));
        } else if (expression instanceof Expression.TableConstructor table) {
            return table(table, state);
        } else if (expression instanceof Expression.Vararg) {
            return evaluation.frame().varargs().get(0);
        }
        return Value.NIL;
    }

    /**
     * What a name means.
     *
     * @param testing whether it is only asked whether it is there
     */
    Value variable(Expression.Variable variable, boolean testing, State state) {
        Local local = evaluation.locals.used(variable.span().start());
        if (local != null) {
            return evaluation.read(local, state);
        }
        evaluation.recorder.global(variable.name(), false, testing, variable.span());
        return global(variable.name());
    }

    Value global(String name) {
        Value value = Sandbox.global(name);
        if (value == null) {
            return Value.ANY;
        }
        if (value.single() instanceof Atom.Inputs inputs) {
            evaluation.recorder.mention(inputs.array());
        } else if (value.single() instanceof Atom.Builtin builtin && Sandbox.isEscapeHatch(builtin.name())) {
            evaluation.recorder.anything();
        }
        return value;
    }

    private Value unary(Expression.Unary unary, State state) {
        if (unary.operator() == UnaryOperator.NOT) {
            return evaluation.conditions.negation(unary, state);
        }
        Argument operand = argument(unary.operand(), state);
        if (unary.operator() == UnaryOperator.LENGTH) {
            evaluation.escape(operand.value());
            Value literal = operand.value();
            return literal.literal() != null
                    ? Value.of(Atom.Numeric.of(literal.literal().length()))
                    : Value.of(Atom.Numeric.of(Atom.Numeric.Kind.WHOLE));
        }
        Atom.Numeric number = Numbers.of(operand.value());
        Value result = Value.of(number == null ? Atom.Numeric.of(Atom.Numeric.Kind.ANY) : Numbers.negate(number));
        evaluation.recorder.arithmetic("-", List.of(operand), result, unary.span());
        return result;
    }

    private Value table(Expression.TableConstructor constructor, State state) {
        Map<Object, Value> fields = new HashMap<>();
        Value rest = null;
        Value names = null;
        int position = 0;
        List<TableField> list = constructor.fields();
        for (int i = 0; i < list.size(); i++) {
            TableField field = list.get(i);
            if (field instanceof TableField.Named named) {
                fields.put(named.name().text(), kept(value(named.value(), state), field, state));
            } else if (field instanceof TableField.Keyed keyed) {
                Value key = value(keyed.key(), state);
                evaluation.escape(key);
                Value value = kept(value(keyed.value(), state), field, state);
                Double index = key.constant();
                Object known = index != null && index >= 1 && index == Math.rint(index) && index < Integer.MAX_VALUE
                        ? (Object) index.intValue()
                        : key.literal();
                if (known == null && TableChanges.isName(key)) {
                    names = Tables.joined(names, value);
                } else if (known == null) {
                    rest = rest == null ? value : rest.or(value);
                } else {
                    fields.put(known, value);
                }
            } else {
                if (i < list.size() - 1 || !isSeveral(field.value())) {
                    fields.put(++position, kept(value(field.value(), state), field, state));
                    continue;
                }
                Values values = several(field.value(), state);
                for (Argument argument : values.known()) {
                    fields.put(++position, kept(argument.value(), field, state));
                }
                if (values.rest() != null) {
                    Value more = kept(values.rest(), field, state);
                    rest = rest == null ? more : rest.or(more);
                }
            }
        }
        return Value.of(made(new Atom.Table(fields, rest, names, null), constructor));
    }

    /** What goes into a table. */
    private Value kept(Value value, TableField field, State state) {
        evaluation.escape(value);
        return evaluation.tables.shared(value, field.value(), false, state);
    }

    private Atom made(Atom.Table table, Expression whole) {
        Value error = table.fields().get("err");
        if (error != null) {
            evaluation.calls.raised(error, whole.span());
            return new Atom.Failure(error, null);
        }
        Value status = table.fields().get("ok");
        if (status != null && table.fields().size() == 1 && table.isClosed()) {
            return new Atom.Status(status.literal(), null);
        }
        return TableJoins.bounded(table);
    }

    private Value extended(Value left, Expression expression, State state) {
        if (expression instanceof Expression.Field field) {
            return evaluation.tables.read(
                    left, evaluation.constants.text(field.name().text()), field, state);
        } else if (expression instanceof Expression.Index index) {
            Value key = value(index.key(), state);
            evaluation.escape(key);
            return evaluation.tables.read(left, key, index, state);
        } else if (expression instanceof Expression.Binary binary) {
            return binary(left, binary, state);
        }
        return invoked(left, expression, state).get(0);
    }

    private Values invoked(Value callee, Expression invocation, State state) {
        evaluation.recorder.invocation();
        return invocation instanceof Expression.Call call
                ? evaluation.calls.call(callee, call, state)
                : evaluation.calls.method(callee, (Expression.MethodCall) invocation, state);
    }

    private Value binary(Value left, Expression.Binary binary, State state) {
        Argument first = new Argument(left, binary.left().span());
        if (binary.operator() == BinaryOperator.CONCAT) {
            return concatenation(first, binary, state);
        }
        Argument second = argument(binary.right(), state);
        if (COMPARISONS.contains(binary.operator())) {
            evaluation.recorder.comparison(binary.operator(), first, second, binary.span());
            return ANY_BOOLEAN;
        }
        Value result = Value.of(arithmetic(binary, first.value(), second.value()));
        evaluation.recorder.arithmetic(binary.operator().text(), List.of(first, second), result, binary.span());
        return result;
    }

    private static Atom.Numeric arithmetic(Expression.Binary binary, Value left, Value right) {
        Atom.Numeric unknown = Atom.Numeric.of(Atom.Numeric.Kind.ANY);
        Atom.Numeric known = Numbers.of(left);
        Atom.Numeric other = Numbers.of(right);
        Atom.Numeric a = known == null ? unknown : known;
        Atom.Numeric b = other == null ? unknown : other;
        return switch (binary.operator()) {
            case ADD -> Numbers.add(a, b, false);
            case SUBTRACT -> WholeDivision.isRounding(binary) ? Numbers.rounded(a, false) : Numbers.add(a, b, true);
            case MULTIPLY -> Numbers.multiply(a, b);
            case DIVIDE ->
                WholeDivision.is(binary) ? Numbers.rounded(Numbers.divide(a, b), false) : Numbers.divide(a, b);
            case MODULO -> Numbers.modulo(a, b);
            case POWER -> Numbers.power(a, b);
            case CONCAT, OR, AND, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL, NOT_EQUAL, EQUAL -> unknown;
        };
    }

    /** The operator leans to the right: all operands are taken at once. */
    private Value concatenation(Argument first, Expression.Binary binary, State state) {
        List<Argument> operands = new ArrayList<>(2);
        operands.add(first);
        Expression rest = binary.right();
        while (rest instanceof Expression.Binary chain && chain.operator() == BinaryOperator.CONCAT) {
            operands.add(argument(chain.left(), state));
            rest = chain.right();
        }
        operands.add(argument(rest, state));
        evaluation.recorder.concatenation(operands, binary.span());
        return Texts.concatenated(operands);
    }
}
