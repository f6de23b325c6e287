package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.LibraryUse;
import dev.perigee.lua.facts.MissingValue;
import dev.perigee.lua.syntax.BinaryOperator;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Local;
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
import org.jspecify.annotations.Nullable;

/** Reads and writes elements of tables. */
final class Tables {

    private final Evaluation evaluation;

    Tables(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** What {@code table[key]} is. */
    Value read(Value table, Value key, Expression whole, State state) {
        String name = key.literal();
        if (name != null && table.single() instanceof Atom.Table reply && reply.reply() != null) {
            field(reply, reply.reply(), name, whole.span());
        }
        Value value = null;
        for (int i = 0; i < table.atoms().size(); i++) {
            Value one = read(table.atoms().get(i), key, whole, state);
            value = value == null ? one : value.or(one);
        }
        return value == null ? Value.ANY : value;
    }

    /** A reply is an array, unless the script has put more into it. */
    private void field(Atom.Table table, Source.Reply reply, String name, Span span) {
        boolean asked = name.equals("err") || name.equals("ok");
        boolean changed = table.fields().keySet().stream().anyMatch(String.class::isInstance)
                || (table.rest() != null && table.rest().isUnknown());
        if (!asked && !changed) {
            evaluation.recorder.missing(MissingValue.Kind.REPLY_FIELD, reply.command(), name, span);
        }
    }

    private Value read(Atom of, Value key, Expression whole, State state) {
        if (of instanceof Atom.Inputs inputs) {
            return input(inputs.array(), key, whole.span(), state);
        } else if (of instanceof Atom.Table table) {
            return element(table, key);
        } else if (of instanceof Atom.Library library) {
            return field(library, key, whole, state);
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
            beforeFirst(array, key, span);
        }
        Value written = state.get(slot(array));
        if (written != null && written.single() instanceof Atom.Table table) {
            Value overridden = index == null ? null : table.fields().get(TableChanges.asField(index));
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

    private void beforeFirst(Array array, Value key, Span span) {
        boolean asItIs = key.single() instanceof Atom.Numeric number && number.factor() == 1 && !number.shifted();
        if (asItIs && ((Atom.Numeric) key.atoms().get(0)).source() instanceof Source.Counter counter) {
            evaluation.recorder.missing(MissingValue.Kind.ELEMENT_BEFORE_FIRST, array.toString(), counter.name(), span);
        }
    }

    static Value element(Array array, int position) {
        Source source = array == Array.KEYS ? new Source.Key(position) : new Source.Argument(position);
        return Value.of(new Atom.Text(List.of(source)));
    }

    static State.Slot slot(Array array) {
        return array == Array.KEYS ? State.Slot.KEYS : State.Slot.ARGV;
    }

    static Value element(Atom.Table table, Value key) {
        Object field = TableChanges.asField(key);
        if (field == null) {
            return elements(table).or(possiblyNil(table));
        }
        Value known = table.fields().get(field);
        if (known != null) {
            return known;
        }
        Value rest = field instanceof String ? others(table) : table.rest();
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
        Value all = others(table);
        for (Value field : table.fields().values()) {
            all = all == null ? field : all.or(field);
        }
        return all == null ? Value.NIL : all;
    }

    /** What its elements can be besides those that are known; null if there are none. */
    private static @Nullable Value others(Atom.Table table) {
        return joined(table.rest(), table.named());
    }

    /** What either can be, where null stands for nothing. */
    static @Nullable Value joined(@Nullable Value one, @Nullable Value other) {
        return one == null ? other : other == null ? one : one.or(other);
    }

    private Value field(Atom.Library library, Value key, Expression whole, State state) {
        String name = key.literal();
        if (name == null) {
            evaluation.recorder.lose(library);
            return Value.ANY;
        }
        if (library.name().equals("_G")) {
            evaluation.recorder.global(name, false, false, whole.span());
            return evaluation.expressions.global(name);
        }
        boolean isTest = evaluation.fieldTests.isTest(whole);
        boolean isGuarded = evaluation.isCatching() || evaluation.fieldTests.isFound(library, name, state);
        evaluation.recorder.library(
                new LibraryUse(writtenName(library, whole), name, false, isTest, isGuarded, whole.span()));
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
        evaluation.set(local, TableJoins.opaque(value), state);
        return TableJoins.opaque(value);
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
                known -> append ? TableChanges.appended(known, value) : TableChanges.with(known, key, value));
    }

    private void writeInput(Array array, Value key, Value value, State state) {
        evaluation.recorder.dynamic(array);
        Value before = state.get(slot(array));
        Object field = TableChanges.asField(key);
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
        if (fields.size() > TableChanges.MOST_FIELDS) {
            rest = Value.ANY;
        }
        setSlot(slot(array), Value.of(new Atom.Table(rest == null ? fields : Map.of(), rest, null, null)), state);
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
            evaluation.recorder.global(name, true, false, whole.span());
            Value replaced = Sandbox.global(name);
            if (replaced != null) {
                evaluation.escape(replaced);
            }
            return;
        }
        evaluation.recorder.library(
                new LibraryUse(library.name(), name == null ? "?" : name, true, false, false, whole.span()));
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
            evaluation.set(local, TableJoins.opaque(evaluation.read(local, state)), state);
        }
    }

    /** Changes the tables that a variable holds, each in this way. */
    void update(Local local, State state, java.util.function.UnaryOperator<Atom.Table> change) {
        Value before = evaluation.read(local, state);
        List<Atom> atoms = new ArrayList<>(before.atoms().size());
        for (Atom atom : before.atoms()) {
            Atom after = atom instanceof Atom.Table table ? TableJoins.bounded(change.apply(table)) : made(atom);
            if (!atoms.contains(after)) {
                atoms.add(after);
            }
        }
        evaluation.set(local, new Value(atoms), state);
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
        boolean several = tables(evaluation.read(local, state)) > 1;
        if (several) {
            evaluation.frame().uncertain().add(local);
        }
        update(local, state, several ? table -> TableChanges.perhapsWith(table, key, value) : change);
    }

    private static int tables(Value value) {
        int count = 0;
        for (int i = 0; i < value.atoms().size(); i++) {
            count += value.atoms().get(i) instanceof Atom.Table ? 1 : 0;
        }
        return count;
    }

    /** A status or error that the script makes is a table like any other, once it is changed. */
    private static Atom made(Atom atom) {
        return atom instanceof Atom.Status || atom instanceof Atom.Failure ? Atom.Table.unknown() : atom;
    }
}
