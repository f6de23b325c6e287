package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.GlobalUse;
import dev.perigee.lua.facts.LibraryUse;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.syntax.UnaryOperator;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Atom.Inputs.Array;
import dev.perigee.lua.value.Source;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads and writes elements of tables. */
final class Tables {
    private static final int MOST_FIELDS = 64;
    private static final int MOST_WEIGHT = 400;

    private final Evaluation evaluation;

    Tables(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** What {@code table[key]} is. */
    Value read(Value table, Value key, Expression whole, State state) {
        Value value = null;
        for (Atom atom : table.atoms()) {
            Value one = read(atom, key, whole, state);
            value = value == null ? one : value.or(one);
        }
        return value == null ? Value.ANY : value;
    }

    private Value read(Atom of, Value key, Expression whole, State state) {
        if (of instanceof Atom.Inputs inputs) {
            return input(inputs.array(), key, whole.span(), state);
        } else if (of instanceof Atom.Table table) {
            return element(table, key);
        } else if (of instanceof Atom.Library library) {
            return field(library, key, whole);
        } else if (of instanceof Atom.Status status) {
            return key.literal() == null ? Value.ANY : statusField(status, key.literal());
        } else if (of instanceof Atom.Failure failure) {
            return "err".equals(key.literal()) ? failure.message() : Value.ANY;
        } else if (of instanceof Atom.Text && key.literal() != null) {
            return Value.of(new Atom.Builtin("string." + key.literal()));
        } else if (of instanceof Atom.Unknown unknown && unknown.source() != null) {
            return Value.of(new Atom.Unknown(extract(unknown.source())));
        }
        return Value.ANY;
    }

    static Source extract(@Nullable Source of) {
        return of instanceof Source.Extract ? of : new Source.Extract(of);
    }

    private static Value statusField(Atom.Status status, String name) {
        if (!name.equals("ok")) {
            return Value.NIL;
        }
        return status.text() != null
                ? Value.text(status.text())
                : Value.of(new Atom.Text(List.of(status.reply() != null ? status.reply() : new Source.Other())));
    }

    private Value input(Array array, Value key, Span span, State state) {
        Double index = key.constant();
        boolean constant = index != null || key.literal() != null || key.isFalsy();
        if (constant) {
            evaluation.recorder.index(array, index == null ? Double.NaN : index, span);
        } else {
            evaluation.recorder.dynamic(array);
        }
        Value written = state.get(slot(array));
        if (written != null && written.single() instanceof Atom.Table table) {
            Value overridden = index == null ? null : table.fields().get(asField(index));
            if (overridden != null) {
                return overridden;
            } else if (table.rest() != null || index == null) {
                return Value.ANY;
            }
        } else if (written != null) {
            return Value.ANY;
        }
        if (constant && (index == null || index < 1 || index != Math.rint(index))) {
            // It is nil, which is found at the index and nowhere else.
            return Value.ANY;
        }
        return evaluation.constants.element(array, index == null ? 0 : index.intValue());
    }

    static Value element(Array array, int position) {
        Source source = array == Array.KEYS ? new Source.Key(position) : new Source.Argument(position);
        return Value.of(new Atom.Text(List.of(source)));
    }

    static State.Slot slot(Array array) {
        return array == Array.KEYS ? State.Slot.KEYS : State.Slot.ARGV;
    }

    private static Object asField(double index) {
        boolean position = index >= 1 && index <= Integer.MAX_VALUE && index == Math.rint(index);
        return position ? (Object) (int) index : Double.toString(index);
    }

    /** The key under which an element is kept; null if the key is not known. */
    private static @Nullable Object asField(Value key) {
        Double constant = key.constant();
        if (constant != null) {
            return asField(constant);
        }
        String literal = key.literal();
        // Lua keeps '1' and 1 apart, and so do a String and an Integer.
        return literal;
    }

    private static Value element(Atom.Table table, Value key) {
        Object field = asField(key);
        if (field == null) {
            return elements(table).or(possiblyNil(table));
        }
        Value known = table.fields().get(field);
        if (known != null) {
            return known;
        }
        Value rest = table.rest();
        if (rest == null || (table.reply() != null && field instanceof String)) {
            return Value.NIL;
        }
        // Where a reply has false for what is missing, its length is that of the request.
        boolean holes = table.reply() != null && rest.any(atom -> atom instanceof Atom.Bool);
        return holes ? rest : rest.or(possiblyNil(table));
    }

    private static Value possiblyNil(Atom.Table table) {
        return Value.of(new Atom.Nil(table.reply() == null ? new Source.Other() : table.reply()));
    }

    /** What any element of the table can be. */
    static Value elements(Atom.Table table) {
        Value all = table.rest();
        for (Value field : table.fields().values()) {
            all = all == null ? field : all.or(field);
        }
        return all == null ? Value.NIL : all;
    }

    private Value field(Atom.Library library, Value key, Expression whole) {
        String name = key.literal();
        if (name == null) {
            evaluation.recorder.lose(library);
            return Value.ANY;
        }
        if (library.name().equals("_G")) {
            evaluation.recorder.global(new GlobalUse(name, false, false, whole.span()));
            return evaluation.expressions.global(name);
        }
        evaluation.recorder.library(new LibraryUse(writtenName(library, whole), name, false, whole.span()));
        return evaluation.constants.field(library.name(), name);
    }

    private static String writtenName(Atom.Library library, Expression whole) {
        Expression of = whole.leaning();
        return library.name().equals("redis")
                        && of instanceof Expression.Variable variable
                        && variable.name().equals("server")
                ? "server"
                : library.name();
    }

    /**
     * What is known of a value that gets a second name. A table that is changed under one of its names is not followed.
     *
     * @param text what the value was read from
     * @param mutated whether it is changed under the second name
     */
    Value shared(Value value, Expression text, boolean mutated, State state) {
        Local local = local(text);
        if (local == null || !(mutated || local.isMutatedAfter(text.span().start()))) {
            return value;
        }
        evaluation.set(local, opaque(value), state);
        return opaque(value);
    }

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

    /** {@code target[key] = value}. */
    void write(Expression target, Value key, @Nullable Expression keyText, Value value, Expression whole, State state) {
        Value table = evaluation.expressions.value(target, state);
        evaluation.escape(value);
        for (Atom atom : table.atoms()) {
            if (atom instanceof Atom.Inputs inputs) {
                writeInput(inputs.array(), key, value, state);
            } else if (atom instanceof Atom.Library library) {
                writeLibrary(library, key, whole);
            }
        }
        Local local = local(target);
        if (local == null) {
            loseRoot(target, state);
            return;
        }
        boolean append = keyText != null && isAppend(keyText, target);
        put(
                local,
                append ? null : key,
                value,
                state,
                known -> append ? appended(known, value) : with(known, key, value));
    }

    private void writeInput(Array array, Value key, Value value, State state) {
        evaluation.recorder.dynamic(array);
        Value before = state.get(slot(array));
        Object field = asField(key);
        Map<Object, Value> fields = new HashMap<>();
        Value rest = field == null ? Value.ANY : null;
        if (before != null && before.single() instanceof Atom.Table table) {
            fields.putAll(table.fields());
            rest = rest == null ? table.rest() : rest;
        } else if (before != null) {
            rest = Value.ANY;
        }
        if (field != null) {
            fields.put(field, value);
        }
        setSlot(slot(array), Value.of(new Atom.Table(rest == null ? fields : Map.of(), rest, null)), state);
    }

    /** The elements move: nothing is known of them any more but that they are there. */
    void shuffle(Array array, State state) {
        evaluation.recorder.dynamic(array);
        setSlot(slot(array), Value.ANY, state);
    }

    void setSlot(State.Slot slot, Value value, State state) {
        state.set(slot, value);
        if (!evaluation.frame().isMain()) {
            state.setEverywhere(slot, value);
        }
    }

    private void writeLibrary(Atom.Library library, Value key, Expression whole) {
        String name = key.literal();
        if (library.name().equals("_G") && name != null) {
            evaluation.recorder.global(new GlobalUse(name, true, false, whole.span()));
            Value replaced = Sandbox.global(name);
            if (replaced != null) {
                evaluation.escape(replaced);
            }
            return;
        }
        evaluation.recorder.library(new LibraryUse(library.name(), name == null ? "?" : name, true, whole.span()));
        evaluation.recorder.lose(library);
    }

    /** {@code #t + 1} as a key of {@code t}. */
    private boolean isAppend(Expression key, Expression target) {
        return key instanceof Expression.Binary sum
                && sum.operator() == BinaryOperator.ADD
                && sum.right() instanceof Expression.NumberLiteral one
                && one.value() == 1
                && sum.left() instanceof Expression.Unary length
                && length.operator() == UnaryOperator.LENGTH
                && local(length.operand()) != null
                && local(length.operand()) == local(target);
    }

    @Nullable
    Local local(Expression expression) {
        return expression instanceof Expression.Variable variable
                ? evaluation.locals.used(variable.span().start())
                : null;
    }

    void loseRoot(Expression target, State state) {
        Expression root = target;
        while (root.leaning() != null) {
            root = root.leaning();
        }
        Local local = local(root);
        if (local != null) {
            evaluation.set(local, opaque(evaluation.read(local, state)), state);
        }
    }

    /** Changes the tables that a variable holds, each in this way. */
    void update(Local local, State state, java.util.function.UnaryOperator<Atom.Table> change) {
        Value before = evaluation.read(local, state);
        List<Atom> atoms = new ArrayList<>();
        for (Atom atom : before.atoms()) {
            atoms.add(atom instanceof Atom.Table table ? bounded(change.apply(table)) : made(atom));
        }
        evaluation.set(local, new Value(atoms.stream().distinct().toList()), state);
    }

    /**
     * Puts an element into the table that a variable holds. Which one that is may go together with whether this is reached
     * at all, so of several tables each may have the element or not.
     *
     * @param key the element's key; null if it goes to the end
     * @param change how a table becomes that has the element
     */
    void put(
            Local local,
            @Nullable Value key,
            Value value,
            State state,
            java.util.function.UnaryOperator<Atom.Table> change) {
        boolean several = evaluation.read(local, state).atoms().stream()
                        .filter(Atom.Table.class::isInstance)
                        .count()
                > 1;
        if (several) {
            evaluation.frame().uncertain().add(local);
        }
        update(local, state, several ? table -> perhapsWith(table, key, value) : change);
    }

    private static Atom.Table perhapsWith(Atom.Table table, @Nullable Value key, Value value) {
        Object field = key == null ? null : asField(key);
        if (key != null && field == null) {
            return withAnywhere(table, key, value);
        } else if (field != null && table.fields().containsKey(field)) {
            return overwritten(table, field::equals, value);
        } else if (field instanceof String) {
            Map<Object, Value> fields = new HashMap<>(table.fields());
            fields.put(field, Value.ANY);
            return new Atom.Table(fields, table.rest() == null ? Value.ANY : table.rest(), table.reply());
        }
        return withRest(table, value);
    }

    /** The table with an element somewhere. Nil that the script writes is none. */
    private static Atom.Table withRest(Atom.Table table, Value value) {
        Value element = value.only(atom -> !(atom instanceof Atom.Nil nil && nil.source() == null));
        if (element == null) {
            return table;
        }
        Value rest = table.rest();
        return new Atom.Table(table.fields(), rest == null ? element : rest.or(element), table.reply());
    }

    /** The table with an element at a key that is not known. */
    private static Atom.Table withAnywhere(Atom.Table table, Value key, Value value) {
        boolean position = key.any(atom -> !(atom instanceof Atom.Text));
        boolean name = key.any(atom -> !(atom instanceof Atom.Numeric));
        return withRest(overwritten(table, field -> field instanceof Integer ? position : name, value), value);
    }

    /** The table after some of its elements may have been replaced by a value. */
    private static Atom.Table overwritten(Atom.Table table, Predicate<Object> which, Value by) {
        boolean mayEnd = by.any(atom -> atom instanceof Atom.Nil || atom instanceof Atom.Unknown);
        Map<Object, Value> fields = new HashMap<>();
        Value rest = table.rest();
        for (Map.Entry<Object, Value> field : table.fields().entrySet()) {
            if (!which.test(field.getKey())) {
                fields.put(field.getKey(), field.getValue());
            } else if (mayEnd) {
                rest = Value.ANY;
            } else {
                fields.put(field.getKey(), Value.ANY);
            }
        }
        return new Atom.Table(fields, rest, table.reply());
    }

    /** A status or error that the script makes is a table like any other, once it is changed. */
    private static Atom made(Atom atom) {
        return atom instanceof Atom.Status || atom instanceof Atom.Failure ? Atom.Table.unknown() : atom;
    }

    private static Atom.Table with(Atom.Table table, Value key, Value value) {
        Object field = asField(key);
        if (field == null || table.fields().size() > MOST_FIELDS) {
            return withAnywhere(table, key, value);
        }
        Map<Object, Value> fields = new HashMap<>(table.fields());
        if (value.equals(Value.NIL) && table.rest() == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        return new Atom.Table(fields, table.rest(), table.reply());
    }

    /** The table with one more element at its end. */
    static Atom.Table appended(Atom.Table table, Value value) {
        int length = 0;
        while (table.fields().containsKey(length + 1)) {
            length++;
        }
        long positions = table.fields().keySet().stream()
                .filter(Integer.class::isInstance)
                .count();
        if (table.rest() != null || positions != length || length > MOST_FIELDS) {
            return withRest(table, value);
        }
        Map<Object, Value> fields = new HashMap<>(table.fields());
        fields.put(length + 1, value);
        return new Atom.Table(fields, null, table.reply());
    }

    /** The table with its elements at any positions. */
    static Atom.Table shuffled(Atom.Table table) {
        Map<Object, Value> fields = new HashMap<>();
        Value rest = table.rest();
        for (Map.Entry<Object, Value> field : table.fields().entrySet()) {
            if (field.getKey() instanceof String) {
                fields.put(field.getKey(), field.getValue());
            } else {
                rest = rest == null ? field.getValue() : rest.or(field.getValue());
            }
        }
        return new Atom.Table(fields, rest, table.reply());
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
        List<Atom.Table> tables = value.atoms().stream()
                .filter(Atom.Table.class::isInstance)
                .map(Atom.Table.class::cast)
                .toList();
        if (tables.stream().allMatch(table -> table.reply() != null)) {
            return value;
        } else if (value.isUnknown()) {
            return opaque(value);
        } else if (tables.size() < 2) {
            return value;
        }
        Atom.Table table = tables.stream().reduce(Tables::joined).orElseThrow();
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
        return new Atom.Table(fields, rest, null);
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
            return new Atom.Table(fields, table.rest() == null ? null : opaque(table.rest()), null);
        }
        return atom;
    }
}
