package dev.perigee.lua.analysis;

import dev.perigee.lua.commands.CommandTable;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.InvalidCall;
import dev.perigee.lua.facts.LibraryUse;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.Name;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Evaluates calls. Functions of the script are evaluated where they are called, with the arguments of the call. */
final class Calls {
    private static final int MOST_DEPTH = 8;
    private static final Pattern CODE = Pattern.compile("-?([A-Z][A-Z0-9_]*)(?: .*)?", Pattern.DOTALL);

    private static final Value POSSIBLY_NIL = Value.of(new Atom.Nil(new Source.Other()));

    private final Evaluation evaluation;
    private final Builtins builtins;

    Calls(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.builtins = new Builtins(evaluation);
    }

    Values call(Value callee, Expression.Call call, State state) {
        Values arguments = evaluation.expressions.values(call.arguments(), state);
        checkCallable(callee, call.function().span(), call.span());
        Values result = null;
        for (int i = 0; i < callee.atoms().size(); i++) {
            result = joined(result, call(callee.atoms().get(i), arguments, call.arguments(), call.span(), state));
        }
        return result == null ? unknown(call.span()) : result;
    }

    private void checkCallable(Value callee, Span function, Span call) {
        boolean invalid = callee.all(atom -> atom instanceof Atom.Nil
                || atom instanceof Atom.Bool
                || atom instanceof Atom.Numeric
                || atom instanceof Atom.Text
                || atom instanceof Atom.Inputs
                || (atom instanceof Atom.Table table && table.reply() != null));
        if (invalid) {
            evaluation.recorder.invalidCall(new InvalidCall(new Argument(callee, function), false, call));
        }
    }

    static Values unknown(Span span) {
        return new Values(List.of(new Argument(Value.ANY, span)), Value.ANY);
    }

    static Values joined(@Nullable Values a, Values b) {
        if (a == null || a.equals(b)) {
            return b;
        }
        List<Argument> longer = a.known().size() > b.known().size() ? a.known() : b.known();
        List<Argument> known = new ArrayList<>(longer.size());
        for (int i = 0; i < longer.size(); i++) {
            known.add(new Argument(a.get(i).or(b.get(i)), longer.get(i).span()));
        }
        Value rest = a.rest() == null
                ? b.rest()
                : b.rest() == null ? a.rest() : a.rest().or(b.rest());
        return new Values(known, rest);
    }

    /** Calls one thing that the callee can be. */
    Values call(Atom callee, Values arguments, List<Expression> texts, Span span, State state) {
        if (callee instanceof Atom.Closure closure) {
            return closure(closure, arguments, texts, span, state);
        } else if (callee instanceof Atom.Builtin builtin) {
            if (Sandbox.isCommandCall(builtin.name())) {
                return command(arguments, builtin.name().equals("redis.pcall"), span, state);
            }
            record(builtin.name(), arguments, span);
            return builtins.call(builtin.name(), arguments, texts, span, state);
        }
        evaluation.escape(arguments);
        return unknown(span);
    }

    private void record(String function, Values arguments, Span span) {
        evaluation.recorder.call(function, arguments, span);
    }

    /** {@code receiver:method(…)}. */
    Values method(Value receiver, Expression.MethodCall call, State state) {
        Values given = evaluation.expressions.values(call.arguments(), state);
        List<Argument> known = new ArrayList<>(1 + given.known().size());
        known.add(new Argument(receiver, call.receiver().span()));
        known.addAll(given.known());
        Values arguments = new Values(known, given.rest());
        if (isText(receiver)) {
            Span span = new Span(
                    call.receiver().span().start(), call.method().span().end());
            evaluation.recorder.library(new LibraryUse("string", call.method().text(), false, false, false, span));
        }
        Values result = null;
        for (Atom atom : receiver.atoms()) {
            Value method = evaluation.tables.read(
                    Value.of(atom), evaluation.constants.text(call.method().text()), call, state);
            for (Atom callee : method.atoms()) {
                List<Expression> texts = new ArrayList<>(List.of(call.receiver()));
                texts.addAll(call.arguments());
                result = joined(result, call(callee, arguments, texts, call.span(), state));
            }
        }
        return result == null ? unknown(call.span()) : result;
    }

    /** Whether all methods of a value are those of strings: it is one, unless it has no methods at all. */
    private static boolean isText(Value receiver) {
        return receiver.any(Atom.Text.class::isInstance)
                && receiver.all(atom -> atom instanceof Atom.Text
                        || atom instanceof Atom.Nil
                        || atom instanceof Atom.Bool
                        || atom instanceof Atom.Numeric);
    }

    private Values command(Values arguments, boolean isProtected, Span span, State state) {
        Value name = arguments.known().isEmpty() ? Value.NIL : arguments.get(0);
        if (arguments.known().isEmpty() && arguments.isOpen()) {
            name = Value.ANY;
        }
        evaluation.escape(arguments);
        List<Argument> list = arguments.known();
        boolean resp3 = state.get(State.Slot.RESP3) != null;
        // Where the name may also be nil, or a table, nothing is called: who wrote it knows that it is none.
        Value callable = name.only(Calls::isName);
        name = callable == null ? name : callable;
        Value reply = null;
        for (int i = 0; i < name.atoms().size(); i++) {
            Atom atom = name.atoms().get(i);
            String literal = atom instanceof Atom.Text text ? text.literal() : null;
            List<Argument> one = list;
            if (callable != null && !list.isEmpty() && list.get(0).value().single() == null) {
                one = new ArrayList<>(list);
                one.set(0, new Argument(Value.of(atom), list.get(0).span()));
            }
            boolean isRuledOut = state.isRuledOut();
            CommandUse use = new CommandUse(
                    literal == null ? null : literal.toUpperCase(Locale.ROOT),
                    isRuledOut ? one.subList(0, Math.min(1, one.size())) : one,
                    isRuledOut || arguments.isOpen(),
                    isProtected,
                    isProtected || evaluation.isCatching(),
                    name.single() == null,
                    resp3,
                    span);
            // What is ruled out may still be a write, if this should be wrong; a name is hardly one that is meant
            // there.
            if (!isRuledOut || (literal != null && CommandTable.find(literal).isPresent())) {
                evaluation.recorder.command(use);
            }
            Value value = Replies.of(use);
            reply = reply == null ? value : reply.or(value);
        }
        return Values.one(reply == null ? Value.ANY : reply, span);
    }

    private static boolean isName(Atom atom) {
        return atom instanceof Atom.Text || atom instanceof Atom.Numeric || atom instanceof Atom.Unknown;
    }

    private Values closure(Atom.Closure closure, Values arguments, List<Expression> texts, Span span, State state) {
        Expression.Function body = closure.body();
        boolean follow = evaluation.hasBudget()
                && evaluation.frame().depth() < MOST_DEPTH
                && !evaluation.frame().isActive(body.span().start());
        if (!follow) {
            evaluation.needsGeneric(body);
            evaluation.escape(arguments);
            return unknown(span);
        }
        State inner = state.fork();
        Frame frame = enter(body, arguments, inner);
        closure.captured().forEach((local, value) -> {
            frame.captured().put(local, value);
            inner.set(local, value);
        });
        evaluation.evaluated(body);
        loseChanged(body, texts, state);
        Values result = run(frame, body, inner, span);
        if (result == null) {
            state.end();
            return Values.NONE;
        }
        return result;
    }

    /** A table that a function changes under the name of its parameter is not followed in its caller. */
    private void loseChanged(Expression.Function body, List<Expression> texts, State state) {
        int first = body.self() ? 1 : 0;
        for (int i = 0; i < body.parameters().size() && first + i < texts.size(); i++) {
            Local parameter =
                    evaluation.locals.declared(body.parameters().get(i).span().start());
            Local local = evaluation.tables.local(texts.get(first + i));
            if (local != null && parameter.isMutated()) {
                evaluation.set(local, TableJoins.opaque(evaluation.read(local, state)), state);
            }
        }
    }

    /** Evaluates a function for calls of which nothing is known. */
    void generic(Expression.Function body, State state) {
        Frame frame = enter(body, unknown(body.span()), state);
        Values result = run(frame, body, state, body.span());
        if (result != null) {
            evaluation.escape(result);
        }
    }

    private Frame enter(Expression.Function body, Values arguments, State inner) {
        int given = 0;
        Frame frame = new Frame(body.span().start(), evaluation.frame(), varargs(body, arguments));
        evaluation.enter(frame);
        evaluation.fieldTests.entered(body, inner);
        if (body.self()) {
            inner.set(evaluation.locals.declared(body.span().start()), arguments.get(given++));
        }
        for (Name parameter : body.parameters()) {
            Value value = given == 0 || given < arguments.known().size() || !arguments.isOpen()
                    ? arguments.get(given)
                    : Value.ANY;
            Local local = evaluation.locals.declared(parameter.span().start());
            evaluation.set(local, value, inner);
            boolean keeps = local.isCaptured() && !local.isReassigned() && !local.isMutated();
            if (keeps && value.single() instanceof Atom.Text) {
                frame.captured().put(local, value);
            }
            given++;
        }
        return frame;
    }

    private static Values varargs(Expression.Function body, Values arguments) {
        int named = body.parameters().size() + (body.self() ? 1 : 0);
        return arguments.from(named);
    }

    /** What the function returns; null if it always raises an error. */
    private @Nullable Values run(Frame frame, Expression.Function body, State inner, Span span) {
        try {
            evaluation.statements.block(body.body(), inner);
        } finally {
            evaluation.leave();
        }
        // Whether the end is reached where other paths return is often known to the author alone.
        Values end = frame.returns().isEmpty() ? Values.NONE : Values.one(POSSIBLY_NIL, span);
        Values result = inner.isEnded() ? null : end;
        for (Values values : frame.returns()) {
            result = result == null ? values : joined(result, values);
        }
        return result == null ? null : result.at(span);
    }

    /** An error reply is made of a message, or an error is raised with one. */
    void raised(Value message, Span span) {
        for (Atom atom : message.atoms()) {
            boolean known = atom instanceof Atom.Text text
                    && !text.pieces().isEmpty()
                    && text.pieces().get(0) instanceof Source.Literal;
            Matcher code = known
                    ? CODE.matcher(((Source.Literal) ((Atom.Text) atom).pieces().get(0)).text())
                    : CODE.matcher("");
            if (known && code.matches()) {
                evaluation.recorder.error(code.group(1), span);
            } else if (!known) {
                evaluation.recorder.unknownError();
            }
        }
    }
}
