package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code for … in ipairs(t)} and the like give to their variables.
 *
 * @param variables the values of the variables; those after them are nil
 */
record Iteration(List<Value> variables) {

    private static final Value POSITION = Value.of(Atom.Numeric.of(Atom.Numeric.Kind.WHOLE));

    Iteration {
        variables = List.copyOf(variables);
    }

    Value variable(int position) {
        return position < variables.size() ? variables.get(position) : Value.NIL;
    }

    /** What the values after {@code in} give; null if that is not known. They have been evaluated already. */
    static @Nullable Iteration of(List<Expression> values, Evaluation evaluation, State state) {
        boolean call = values.size() == 1
                && values.get(0) instanceof Expression.Call one
                && one.arguments().size() == 1
                && one.function() instanceof Expression.Variable;
        if (!call) {
            return gmatch(values);
        }
        Expression.Call iterator = (Expression.Call) values.get(0);
        Expression.Variable function = (Expression.Variable) iterator.function();
        evaluation.recorder.beSilent();
        Value callee = evaluation.expressions.variable(function, false, state);
        Value of = evaluation.expressions.value(iterator.arguments().get(0), state);
        evaluation.recorder.record();
        String name = callee.single() instanceof Atom.Builtin builtin ? builtin.name() : "";
        boolean ordered = name.equals("ipairs");
        if (!ordered && !name.equals("pairs")) {
            return null;
        }
        Value key = ordered ? POSITION : Value.ANY;
        return new Iteration(List.of(key, element(of)));
    }

    private static Value element(Value of) {
        Value element = null;
        for (Atom atom : of.atoms()) {
            Value one = element(atom);
            element = element == null ? one : element.or(one);
        }
        Value present = element == null ? null : element.only(atom -> !(atom instanceof Atom.Nil));
        return present == null ? Value.ANY : present;
    }

    private static Value element(Atom of) {
        if (of instanceof Atom.Inputs inputs) {
            return Tables.element(inputs.array(), 0);
        } else if (of instanceof Atom.Table table) {
            return Tables.elements(table);
        } else if (of instanceof Atom.Unknown unknown && unknown.source() != null) {
            return Value.of(new Atom.Unknown(Tables.extract(unknown.source())));
        }
        return Value.ANY;
    }

    private static @Nullable Iteration gmatch(List<Expression> values) {
        boolean matches = values.size() == 1
                && ((values.get(0) instanceof Expression.MethodCall method
                                && method.method().text().equals("gmatch"))
                        || (values.get(0) instanceof Expression.Call call
                                && call.function() instanceof Expression.Field field
                                && field.name().text().equals("gmatch")));
        Value part = Value.of(new Atom.Text(List.of(new Source.Extract(null))));
        return matches ? new Iteration(List.of(part, part, part, part)) : null;
    }
}
