package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates calls of {@code table}'s functions, and of {@code unpack}. */
final class TableFunctions {
    private final Evaluation evaluation;

    TableFunctions(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Nullable
    Value call(String function, Values arguments, List<Expression> texts, State state) {
        if (function.equals("table.concat")) {
            return concatenated(arguments);
        }
        boolean changes = function.equals("table.insert")
                || function.equals("table.remove")
                || function.equals("table.sort")
                || function.equals("table.setn");
        if (!changes) {
            return null;
        }
        for (Atom atom : arguments.get(0).atoms()) {
            if (atom instanceof Atom.Inputs inputs) {
                evaluation.tables.shuffle(inputs.array(), state);
            }
        }
        Local local = texts.isEmpty() ? null : evaluation.tables.local(texts.get(0));
        if (local != null) {
            change(function, local, arguments, state);
        } else if (!texts.isEmpty()) {
            evaluation.tables.loseRoot(texts.get(0), state);
        }
        return function.equals("table.remove") ? removed(arguments.get(0)) : Value.NIL;
    }

    /** {@code table.concat} of a table from its first element to its last. */
    private static Value concatenated(Values arguments) {
        int given = arguments.known().size();
        boolean whole = given > 0 && given <= 2 && !arguments.isOpen();
        if (!whole || !(arguments.get(0).single() instanceof Atom.Table table) || table.reply() != null) {
            return Value.of(Texts.unknown());
        }
        Span span = arguments.known().get(0).span();
        List<Argument> pieces = new ArrayList<>();
        List<Value> elements = elements(table);
        for (Value element : elements) {
            if (!pieces.isEmpty() && given == 2) {
                pieces.add(arguments.known().get(1));
            }
            pieces.add(new Argument(element, span));
        }
        long positions = table.fields().keySet().stream()
                .filter(Integer.class::isInstance)
                .count();
        if (table.rest() != null || positions > elements.size()) {
            pieces.add(new Argument(Value.of(Texts.unknown()), span));
        }
        return Texts.concatenated(pieces);
    }

    private void change(String function, Local local, Values arguments, State state) {
        int given = arguments.known().size();
        if (!function.equals("table.insert") || given > 3 || arguments.isOpen()) {
            evaluation.tables.update(local, state, TableChanges::shuffled);
            return;
        }
        Value value = arguments.get(given - 1);
        Value position = given == 3 ? Value.of(Atom.Numeric.of(Atom.Numeric.Kind.WHOLE)) : null;
        evaluation.tables.put(local, position, value, state, table -> {
            Atom.Table before = given == 3 ? TableChanges.shuffled(table) : table;
            return TableChanges.appended(before, value);
        });
    }

    private static Value removed(Value from) {
        Value removed = Value.of(new Atom.Nil(new Source.Other()));
        for (Atom atom : from.atoms()) {
            if (atom instanceof Atom.Table table) {
                removed = removed.or(Tables.elements(table));
            } else if (atom instanceof Atom.Inputs inputs) {
                removed = removed.or(Tables.element(inputs.array(), 0));
            } else {
                return Value.ANY;
            }
        }
        return removed;
    }

    Values unpack(Values arguments, Span span, State state) {
        Atom of = arguments.get(0).single();
        Double from = arguments.known().size() > 1 ? arguments.get(1).constant() : Double.valueOf(1);
        Double to = arguments.known().size() > 2 ? arguments.get(2).constant() : null;
        boolean toEnd = arguments.known().size() <= 2 && !arguments.isOpen();
        if (of instanceof Atom.Table table) {
            boolean whole = from != null && from == 1 && toEnd;
            return whole ? elements(table, span) : rest(Tables.elements(table));
        }
        if (!(of instanceof Atom.Inputs inputs)) {
            return rest(Value.ANY);
        }
        boolean pristine = state.get(Tables.slot(inputs.array())) == null;
        if (!pristine) {
            return rest(Value.ANY);
        }
        if (from != null && to != null && from >= 1 && to >= from && to - from < 64) {
            List<Value> known = new ArrayList<>();
            for (double i = from; i <= to; i++) {
                known.add(Tables.element(inputs.array(), (int) i));
            }
            return Values.at(span, known, null);
        }
        return rest(Tables.element(inputs.array(), 0));
    }

    private static Values rest(Value value) {
        return new Values(List.of(), value);
    }

    private static Values elements(Atom.Table table, Span span) {
        return Values.at(span, elements(table), table.rest());
    }

    /** The elements that are known, from the first on. */
    private static List<Value> elements(Atom.Table table) {
        List<Value> known = new ArrayList<>();
        while (table.fields().containsKey(known.size() + 1)) {
            known.add(table.fields().get(known.size() + 1));
        }
        return known;
    }
}
