package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Arithmetic;
import dev.perigee.lua.facts.Comparison;
import dev.perigee.lua.facts.Concatenation;
import dev.perigee.lua.facts.GlobalUse;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.syntax.TableField;
import dev.perigee.lua.syntax.UnaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
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

    Expressions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** The values of a list, of which the last expression may have several. */
    Values values(List<Expression> expressions, State state) {
        List<Value> known = new ArrayList<>(expressions.size());
        List<Span> spans = new ArrayList<>(expressions.size());
        Value rest = null;
        for (int i = 0; i < expressions.size(); i++) {
            Expression expression = expressions.get(i);
            if (i < expressions.size() - 1) {
                known.add(value(expression, state));
                spans.add(expression.span());
                continue;
            }
            Values last = several(expression, state);
            for (int j = 0; j < last.known().size(); j++) {
                known.add(last.known().get(j));
                spans.add(expression.span());
            }
            rest = last.rest();
        }
        return new Values(known, spans, rest);
    }

    /** The values of an expression that stands last in a list. */
    private Values several(Expression expression, State state) {
        if (expression instanceof Expression.Vararg) {
            return evaluation.frame().varargs();
        } else if (expression instanceof Expression.Invocation) {
            return evaluate(expression, state);
        }
        return one(value(expression, state), expression);
    }

    private static Values one(Value value, Expression expression) {
        return new Values(List.of(value), List.of(expression.span()), null);
    }

    /** The first value of an expression. */
    Value value(Expression expression, State state) {
        if (expression.leaning() == null) {
            evaluation.step();
            return leaf(expression, state);
        }
        return evaluate(expression, state).get(0);
    }

    Argument argument(Expression expression, State state) {
        return new Argument(value(expression, state), expression.span());
    }

    private Values evaluate(Expression expression, State state) {
        evaluation.step();
        if (expression.leaning() == null) {
            return one(leaf(expression, state), expression);
        }
        if (expression instanceof Expression.Binary binary && Conditions.isLogical(binary)) {
            return one(evaluation.conditions.value(binary, state), expression);
        }
        List<Expression> spine = spine(expression);
        Expression first = spine.get(spine.size() - 1);
        Values values = first.leaning() == null
                ? one(leaf(first, state), first)
                : one(evaluation.conditions.value((Expression.Binary) first, state), first);
        for (int i = spine.size() - 2; i >= 0; i--) {
            evaluation.step();
            values = extended(values.get(0), spine.get(i), state);
        }
        return values;
    }

    /** What the expression leans on, up to an {@code and} or {@code or}, which decides what is evaluated. */
    private static List<Expression> spine(Expression expression) {
        List<Expression> spine = expression.leftSpine();
        for (int i = 0; i < spine.size(); i++) {
            if (spine.get(i) instanceof Expression.Binary binary && Conditions.isLogical(binary)) {
                return spine.subList(0, i + 1);
            }
        }
        return spine;
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
            evaluation.meet(function);
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
        evaluation.recorder.global(new GlobalUse(variable.name(), false, testing, variable.span()));
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
        evaluation.recorder.arithmetic(new Arithmetic("-", List.of(operand), result, unary.span()));
        return result;
    }

    private Value table(Expression.TableConstructor constructor, State state) {
        Map<Object, Value> fields = new HashMap<>();
        Value rest = null;
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
                if (known == null) {
                    rest = rest == null ? value : rest.or(value);
                } else {
                    fields.put(known, value);
                }
            } else {
                Values values = i == list.size() - 1
                        ? several(field.value(), state)
                        : one(value(field.value(), state), field.value());
                for (Value value : values.known()) {
                    fields.put(++position, kept(value, field, state));
                }
                if (values.rest() != null) {
                    Value more = kept(values.rest(), field, state);
                    rest = rest == null ? more : rest.or(more);
                }
            }
        }
        return Value.of(made(fields, rest, constructor));
    }

    /** What goes into a table. */
    private Value kept(Value value, TableField field, State state) {
        evaluation.escape(value);
        return evaluation.tables.shared(value, field.value(), false, state);
    }

    private Atom made(Map<Object, Value> fields, @org.jspecify.annotations.Nullable Value rest, Expression whole) {
        Value error = fields.get("err");
        if (error != null) {
            evaluation.calls.raised(error, whole.span());
            return new Atom.Failure(error, null);
        }
        Value status = fields.get("ok");
        if (status != null && fields.size() == 1 && rest == null) {
            return new Atom.Status(status.literal(), null);
        }
        return TableJoins.bounded(new Atom.Table(fields, rest, null));
    }

    private Values extended(Value left, Expression expression, State state) {
        if (expression instanceof Expression.Field field) {
            return one(
                    evaluation.tables.read(
                            left, evaluation.constants.text(field.name().text()), field, state),
                    expression);
        } else if (expression instanceof Expression.Index index) {
            Value key = value(index.key(), state);
            evaluation.escape(key);
            return one(evaluation.tables.read(left, key, index, state), expression);
        } else if (expression instanceof Expression.Call call) {
            return evaluation.calls.call(left, call, state);
        } else if (expression instanceof Expression.MethodCall call) {
            return evaluation.calls.method(left, call, state);
        }
        return one(binary(left, (Expression.Binary) expression, state), expression);
    }

    private Value binary(Value left, Expression.Binary binary, State state) {
        Argument first = new Argument(left, binary.left().span());
        if (binary.operator() == BinaryOperator.CONCAT) {
            return concatenation(first, binary, state);
        }
        Argument second = argument(binary.right(), state);
        if (COMPARISONS.contains(binary.operator())) {
            evaluation.recorder.comparison(new Comparison(binary.operator(), first, second, binary.span()));
            return ANY_BOOLEAN;
        }
        Value result = Value.of(arithmetic(binary, first.value(), second.value()));
        evaluation.recorder.arithmetic(
                new Arithmetic(binary.operator().text(), List.of(first, second), result, binary.span()));
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
            case SUBTRACT -> Numbers.add(a, b, true);
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
        List<Argument> operands = new ArrayList<>(List.of(first));
        Expression rest = binary.right();
        while (rest instanceof Expression.Binary chain && chain.operator() == BinaryOperator.CONCAT) {
            operands.add(argument(chain.left(), state));
            rest = chain.right();
        }
        operands.add(argument(rest, state));
        evaluation.recorder.concatenation(new Concatenation(operands, binary.span()));
        return Texts.concatenated(operands.stream().map(Argument::value).toList());
    }
}
