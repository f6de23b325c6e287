package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.value.Atom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which calls give several values that all matter: those of {@code pcall}, and of functions that end with several. */
final class SeveralResults {

    private final Evaluation evaluation;

    /** The functions of the script's that have a {@code return a, b}, by their offsets. */
    private final Set<Integer> functions = new HashSet<>();

    SeveralResults(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** A function returns these. */
    void returned(int function, List<Expression> values, State state) {
        if (values.size() > 1 || isCall(values, state)) {
            functions.add(function);
        }
    }

    /** Whether what is returned is nothing but such a call. */
    boolean isCall(List<Expression> values, State state) {
        if (values.size() != 1 || !(values.get(0) instanceof Expression.Call call) || !isNamed(call.function())) {
            return false;
        }
        evaluation.recorder.beSilent();
        Atom callee = evaluation.expressions.value(call.function(), state).single();
        evaluation.recorder.record();
        return callee instanceof Atom.Closure closure
                ? functions.contains(closure.body().span().start())
                : callee instanceof Atom.Builtin builtin
                        && (builtin.name().equals("pcall") || builtin.name().equals("xpcall"));
    }

    /** Whether it is {@code f} or {@code t.f}, which has no effects. */
    private static boolean isNamed(Expression function) {
        Expression of = function instanceof Expression.Field field ? field.target() : function;
        return of instanceof Expression.Variable;
    }
}
