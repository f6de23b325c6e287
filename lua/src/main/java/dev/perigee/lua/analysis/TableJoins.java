package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a value that came about in several ways, or was changed in ways that are not followed. */
final class TableJoins {

    private static final int MOST_WEIGHT = 400;

    private TableJoins() {}

    /** What is known of a table once something changed it in a way that is not followed. */
    static Value opaque(Value value) {
        if (!value.any(atom -> atom instanceof Atom.Table)) {
            return value;
        }
        Value opaque = null;
        for (Atom atom : value.atoms()) {
            Value one = Value.of(atom instanceof Atom.Table ? Atom.Table.unknown() : atom);
            opaque = opaque == null ? one : opaque.or(one);
        }
        return opaque == null ? Value.ANY : opaque;
    }

    /** The table, or one of which nothing is known if it is too large to be kept. */
    static Atom.Table bounded(Atom.Table table) {
        return weight(table, MOST_WEIGHT) <= 0 ? Atom.Table.unknown() : table;
    }

    private static int weight(Atom.Table table, int left) {
        int rest = left - 1;
        for (Value field : table.fields().values()) {
            rest = weight(field, rest);
        }
        rest = table.named() == null ? rest : weight(table.named(), rest);
        return table.rest() == null ? rest : weight(table.rest(), rest);
    }

    private static int weight(Value value, int left) {
        int rest = left - 1;
        for (Atom atom : value.atoms()) {
            if (rest > 0 && atom instanceof Atom.Table table) {
                rest = weight(table, rest);
            }
        }
        return rest;
    }

    /**
     * What a variable holds after any number of a loop's rounds: either value. How many rounds there are is not known, nor
     * whether there are none; so of tables that differ, what they have in common is kept, and the rest is for any of them.
     */
    static Value joined(Value before, Value after) {
        Value both = before.or(after);
        return both.equals(before) ? before : merged(both);
    }

    /** The value with one table for all that it may be, as far as they are the same. */
    static Value merged(Value value) {
        List<Atom.Table> tables = new ArrayList<>(value.atoms().size());
        for (Atom atom : value.atoms()) {
            if (atom instanceof Atom.Table table) {
                tables.add(table);
            }
        }
        if (tables.stream().allMatch(table -> table.reply() != null)) {
            return value;
        } else if (value.isUnknown()) {
            return opaque(value);
        } else if (tables.size() < 2) {
            return value;
        }
        Atom.Table table = tables.stream().reduce(TableJoins::joined).orElseThrow();
        List<Atom> atoms = new ArrayList<>(List.of(bounded(table)));
        value.atoms().stream().filter(atom -> !(atom instanceof Atom.Table)).forEach(atoms::add);
        return new Value(atoms);
    }

    private static Atom.Table joined(Atom.Table one, Atom.Table other) {
        Map<Object, Value> fields = new HashMap<>();
        one.fields().forEach((key, value) -> {
            Value same = other.fields().get(key);
            if (same != null && !value.equals(Value.NIL) && !same.equals(Value.NIL)) {
                Value both = value.or(same);
                fields.put(key, both.isUnknown() ? Value.ANY : both);
            }
        });
        Value rest = null;
        for (Atom.Table table : List.of(one, other)) {
            List<Value> more = new ArrayList<>();
            if (table.rest() != null) {
                more.add(table.rest());
            }
            table.fields().forEach((key, value) -> {
                if (!fields.containsKey(key)) {
                    more.add(key instanceof String || value.equals(Value.NIL) ? Value.ANY : value);
                }
            });
            for (Value value : more) {
                rest = rest == null ? value : rest.or(value);
            }
        }
        return new Atom.Table(fields, rest, Tables.joined(one.named(), other.named()), null);
    }

    /** What a value can become if what made it is repeated any number of times. */
    static Value widened(Value value) {
        Value widened = null;
        for (Atom atom : value.atoms()) {
            Value one = Value.of(widened(atom));
            widened = widened == null ? one : widened.or(one);
        }
        return widened == null ? Value.ANY : widened;
    }

    private static Atom widened(Atom atom) {
        if (atom instanceof Atom.Numeric number) {
            return Atom.Numeric.of(number.kind());
        } else if (atom instanceof Atom.Text text && text.pieces().size() > 1) {
            return new Atom.Text(List.of(new Source.Other()));
        } else if (atom instanceof Atom.Table table && table.reply() == null) {
            Map<Object, Value> fields = new HashMap<>();
            table.fields().forEach((key, value) -> fields.put(key, value.single() == null ? widened(value) : value));
            fields.replaceAll((key, value) -> opaque(value));
            Value rest = table.rest();
            Value named = table.named();
            return new Atom.Table(
                    fields, rest == null ? null : opaque(rest), named == null ? null : opaque(named), null);
        }
        return atom;
    }
}
