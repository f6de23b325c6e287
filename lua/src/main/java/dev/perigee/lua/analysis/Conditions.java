package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.UnaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Evaluates what decides: {@code and}, {@code or}, {@code not}, and conditions, with what is known once they have decided. */
final class Conditions {
    private static final int MOST_LINKS = 64;

    private final Evaluation evaluation;

    Conditions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static boolean isLogical(Expression.Binary binary) {
        return binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR;
    }

    /** Evaluates a condition of a statement. */
    void branch(Expression condition, State state) {
        test(condition, false, true, false, state);
    }

    private Value test(Expression condition, boolean negated, boolean isBranch, boolean chooses, State state) {
        Expression inner = WholeDivision.withoutParentheses(condition);
        if (inner instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            return not(test(unary.operand(), !negated, isBranch, chooses, state));
        } else if (inner instanceof Expression.Binary binary && isLogical(binary)) {
            return chain(binary, negated, isBranch, true, state);
        }
        evaluation.fieldTests.test(inner);
        Value value = inner instanceof Expression.Variable variable
                ? evaluation.expressions.variable(variable, true, state)
                : evaluation.expressions.value(inner, state);
        boolean comparison = inner instanceof Expression.Binary;
        if (!comparison) {
            evaluation.recorder.condition(value, inner.span(), negated, isBranch, chooses);
        }
        return value;
    }

    /** {@code not operand}. */
    Value negation(Expression.Unary unary, State state) {
        return not(test(unary.operand(), true, false, false, state));
    }

    private static Value not(Value value) {
        if (value.isFalsy()) {
            return Value.of(new Atom.Bool(true, null));
        }
        return value.isTruthy() ? Value.of(new Atom.Bool(false, null)) : Expressions.ANY_BOOLEAN;
    }

    /** The value of {@code a and b}, {@code a or b}. */
    Value value(Expression.Binary binary, State state) {
        return chain(binary, false, false, false, state);
    }

    /** Such operators lean to the left without a bound, so the chain is taken from its first operand on. */
    private Value chain(Expression.Binary whole, boolean negated, boolean isBranch, boolean tested, State state) {
        List<Expression.Binary> links = new ArrayList<>();
        Expression first = whole;
        while (first instanceof Expression.Binary binary && isLogical(binary)) {
            links.add(binary);
            first = binary.left();
        }
        Value value = test(first, negated, isBranch, chooses(first, links.get(links.size() - 1)), state);
        State refined = state;
        Expression before = first;
        BinaryOperator previous = null;
        for (int i = links.size() - 1; i >= 0; i--) {
            Expression.Binary link = links.get(i);
            boolean and = link.operator() == BinaryOperator.AND;
            // What a chain of another operator says of the variables is not looked into, nor what a very long one does.
            boolean goesOn = (previous == null || link.operator() == previous) && links.size() <= MOST_LINKS;
            refined = goesOn ? refined.fork() : state.fork();
            if (goesOn) {
                refine(before, and, refined);
            }
            if (!and && isFunction(value)) {
                // What comes after it in `unpack or table.unpack` is never needed.
                evaluation.fieldTests.test(link.right());
            }
            boolean last = i == 0 && !tested;
            Value right = last
                    ? evaluation.expressions.value(link.right(), refined)
                    : test(link.right(), negated, isBranch, i > 0 && chooses(link.right(), links.get(i - 1)), refined);
            boolean fails = refined.isEnded() && !state.isEnded();
            value = joined(value, atom -> Value.isFalsy(atom) == and, fails ? null : right);
            previous = link.operator();
            before = link.right();
        }
        return value;
    }

    /** Whether it is a global function, which all servers have; a field of a library may be nil. */
    private static boolean isFunction(Value value) {
        return value.single() instanceof Atom.Builtin builtin && builtin.name().indexOf('.') < 0;
    }

    /** Whether an operand decides what follows it in {@code link}, and is not only asked for before it is used there. */
    private static boolean chooses(Expression operand, Expression.Binary link) {
        boolean isCall = WholeDivision.withoutParentheses(operand) instanceof Expression.Invocation;
        return link.operator() == BinaryOperator.AND
                && (isCall || literal(WholeDivision.withoutParentheses(link.right())) != null);
    }

    /** The left operand where it decides, and else the right one, or nothing if that raises an error. */
    private static Value joined(Value left, Predicate<Atom> stays, @Nullable Value right) {
        Value kept = left.only(atom -> atom instanceof Atom.Unknown || stays.test(atom));
        if (kept == null) {
            return right == null ? Value.ANY : right;
        }
        boolean always = left.all(atom -> !(atom instanceof Atom.Unknown) && stays.test(atom));
        return always || right == null ? kept : kept.or(right);
    }

    /** Narrows what variables hold to what they can when the condition holds, or when it fails. */
    void refine(Expression condition, boolean holds, State state) {
        Expression inner = WholeDivision.withoutParentheses(condition);
        if (inner instanceof Expression.Variable variable) {
            narrow(variable, atom -> Value.isFalsy(atom) != holds, state);
        } else if (inner instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            refine(unary.operand(), !holds, state);
        } else if (inner instanceof Expression.Binary binary) {
            refineBinary(binary, holds, state);
        } else {
            if (inner instanceof Expression.Field field) {
                narrow(field, atom -> Value.isFalsy(atom) != holds, state);
            }
            if (holds) {
                evaluation.fieldTests.found(inner, state);
            }
        }
    }

    private void refineBinary(Expression.Binary binary, boolean holds, State state) {
        Expression chain = binary;
        BinaryOperator all = holds ? BinaryOperator.AND : BinaryOperator.OR;
        while (chain instanceof Expression.Binary link && link.operator() == all) {
            refine(link.right(), holds, state);
            chain = WholeDivision.withoutParentheses(link.left());
        }
        if (chain != binary) {
            refine(chain, holds, state);
            return;
        }
        boolean equal = binary.operator() == BinaryOperator.EQUAL;
        if (equal || binary.operator() == BinaryOperator.NOT_EQUAL) {
            equality(binary.left(), binary.right(), equal == holds, state);
            equality(binary.right(), binary.left(), equal == holds, state);
        }
        Boolean settled = evaluation.counts.compare(binary, false, state);
        Boolean likely = evaluation.counts.compare(binary, true, state);
        if (settled != null && settled != holds) {
            state.ruleOut();
        } else if (likely != null && likely != holds) {
            forgetElements(binary.left(), state);
            forgetElements(binary.right(), state);
        }
    }

    /** A table whose length is another than was known has other elements. */
    private void forgetElements(Expression operand, State state) {
        Expression inner = WholeDivision.withoutParentheses(operand);
        Local local = inner instanceof Expression.Unary unary && unary.operator() == UnaryOperator.LENGTH
                ? evaluation.tables.local(unary.operand())
                : null;
        if (local != null && !local.isShared()) {
            state.set(local, TableJoins.opaque(evaluation.read(local, state)));
        }
    }

    /** After {@code subject == other}, or its contrary. */
    private void equality(Expression subject, Expression other, boolean equal, State state) {
        Expression inner = WholeDivision.withoutParentheses(subject);
        Atom atom = literal(WholeDivision.withoutParentheses(other));
        if (atom == null) {
            return;
        }
        if (inner instanceof Expression.Variable variable) {
            narrow(variable, candidate -> mayEqual(candidate, atom) == equal || isOpen(candidate, atom), state);
        } else if (inner instanceof Expression.Field && equal != (atom instanceof Atom.Nil)) {
            evaluation.fieldTests.found(inner, state);
        } else if (inner instanceof Expression.Call call
                && call.function() instanceof Expression.Variable function
                && function.name().equals("type")
                && call.arguments().size() == 1
                && atom instanceof Atom.Text name) {
            type(WholeDivision.withoutParentheses(call.arguments().get(0)), name.literal(), equal, state);
        }
    }

    /** After {@code type(subject) == name}, or its contrary. */
    private void type(Expression subject, @Nullable String name, boolean equal, State state) {
        if (subject instanceof Expression.Variable variable) {
            narrow(
                    variable,
                    candidate -> Types.of(candidate) == null || Objects.equals(Types.of(candidate), name) == equal,
                    state);
        } else if (equal != "nil".equals(name)) {
            evaluation.fieldTests.found(subject, state);
        }
    }

    private static @Nullable Atom literal(Expression expression) {
        if (expression instanceof Expression.Nil) {
            return new Atom.Nil(null);
        } else if (expression instanceof Expression.BooleanLiteral bool) {
            return new Atom.Bool(bool.value(), null);
        } else if (expression instanceof Expression.NumberLiteral number) {
            return Atom.Numeric.of(number.value());
        } else if (expression instanceof Expression.StringLiteral text
                && text.value().text() != null) {
            return Value.text(text.value().text()).single();
        }
        return null;
    }

    /** Whether the two can be equal. */
    private static boolean mayEqual(Atom candidate, Atom literal) {
        if (candidate instanceof Atom.Bool bool && literal instanceof Atom.Bool other) {
            return bool.value() == other.value();
        }
        String type = Types.of(candidate);
        return type == null || type.equals(Types.of(literal));
    }

    /** Whether the candidate may equal the literal and may not: any text but the literal itself. */
    private static boolean isOpen(Atom candidate, Atom literal) {
        boolean one = literal instanceof Atom.Nil || literal instanceof Atom.Bool;
        return !one && mayEqual(candidate, literal) && !candidate.equals(literal);
    }

    private void narrow(Expression.Variable variable, Predicate<Atom> possible, State state) {
        Local local = evaluation.locals.used(variable.span().start());
        if (local == null || local.isShared()) {
            return;
        }
        Value before = evaluation.read(local, state);
        Value narrowed = narrowed(before, possible);
        if (narrowed != null) {
            state.set(local, narrowed);
        } else if (before.all(Conditions::isCertain)) {
            leave(local, Value.ANY, state);
        }
    }

    /** The same of a field of a table that a variable holds. */
    private void narrow(Expression.Field field, Predicate<Atom> possible, State state) {
        Local local = evaluation.tables.local(field.target());
        if (local == null || local.isShared() || local.isMutatedElsewhere()) {
            return;
        }
        if (!(evaluation.read(local, state).single() instanceof Atom.Table table) || table.reply() != null) {
            return;
        }
        Value key = evaluation.constants.text(field.name().text());
        Value before = Tables.element(table, key);
        Value narrowed = narrowed(before, possible);
        if (narrowed != null || before.all(Conditions::isCertain)) {
            // What is changed through another name is not seen here, so that nothing gets here is not sure.
            Value known = narrowed == null ? Value.ANY : narrowed;
            state.set(local, Value.of(TableChanges.with(table, key, known)));
        }
    }

    private static @Nullable Value narrowed(Value value, Predicate<Atom> possible) {
        return value.only(atom -> atom instanceof Atom.Unknown || possible.test(atom));
    }

    /** Goes on where nothing gets, as if nothing were known: what stands there was written for other values. */
    private static void leave(Local local, Value value, State state) {
        state.set(local, value);
        state.ruleOut();
    }

    /** Whether a value is settled by the script alone. An element of ARGV may be missing, and so may all that is made of one. */
    private static boolean isCertain(Atom atom) {
        if (atom instanceof Atom.Text text) {
            return text.literal() != null;
        } else if (atom instanceof Atom.Numeric number) {
            return number.constant() != null;
        } else if (atom instanceof Atom.Bool bool) {
            return bool.reply() == null;
        } else if (atom instanceof Atom.Table table) {
            return table.reply() == null;
        }
        return atom instanceof Atom.Nil || atom instanceof Atom.Closure;
    }
}
