package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tables with elements that are added, replaced or moved. */
final class TableChanges {

    /** How many fields are kept that are set one by one. */
    static final int MOST_FIELDS = 64;

    private TableChanges() {}

    /** The key under which an element at a position is kept. */
    static Object asField(double index) {
        boolean position = index >= 1 && index <= Integer.MAX_VALUE && index == Math.rint(index);
        return position ? (Object) (int) index : Double.toString(index);
    }

    /** The key under which an element is kept; null if the key is not known. */
    static @Nullable Object asField(Value key) {
        Double constant = key.constant();
        if (constant != null) {
            return asField(constant);
        }
        String literal = key.literal();
        // Lua keeps '1' and 1 apart, and so do a String and an Integer.
        return literal;
    }

    /** The table, which may have the element now or not. */
    static Atom.Table perhapsWith(Atom.Table table, @Nullable Value key, Value value) {
        Object field = key == null ? null : asField(key);
        if (key != null && field == null) {
            return withAnywhere(table, key, value);
        } else if (field != null && table.fields().containsKey(field)) {
            return overwritten(table, field::equals, value);
        } else if (field instanceof String) {
            Map<Object, Value> fields = new HashMap<>(table.fields());
            fields.put(field, Value.ANY);
            return new Atom.Table(
                    fields, table.rest() == null ? Value.ANY : table.rest(), table.named(), table.reply());
        }
        return withRest(table, value);
    }

    /** The table with an element somewhere. Nil that the script writes is none. */
    private static Atom.Table withRest(Atom.Table table, Value value) {
        Value element = present(value);
        return element == null
                ? table
                : new Atom.Table(table.fields(), Tables.joined(table.rest(), element), table.named(), table.reply());
    }

    /** The table with an element at a name that is not known. */
    private static Atom.Table withNamed(Atom.Table table, Value value) {
        Value element = present(value);
        return element == null
                ? table
                : new Atom.Table(table.fields(), table.rest(), Tables.joined(table.named(), element), table.reply());
    }

    private static @Nullable Value present(Value value) {
        return value.only(atom -> !(atom instanceof Atom.Nil nil && nil.source() == null));
    }

    /** Whether an element at this key is at no position, whatever the key is; nil can be none. */
    static boolean isName(Value key) {
        return !key.isFalsy()
                && key.all(atom -> atom instanceof Atom.Text || atom instanceof Atom.Bool || atom instanceof Atom.Nil);
    }

    /** The table with an element at a key that is not known. */
    private static Atom.Table withAnywhere(Atom.Table table, Value key, Value value) {
        boolean position = !isName(key);
        boolean name = key.any(atom -> !(atom instanceof Atom.Numeric));
        if (name && table.reply() != null) {
            // It has names from now on, which the array that was replied has not.
            return Atom.Table.unknown();
        }
        Atom.Table changed = overwritten(table, field -> field instanceof Integer ? position : name, value);
        return isName(key) ? withNamed(changed, value) : withRest(changed, value);
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
        return new Atom.Table(fields, rest, table.named(), table.reply());
    }

    /** The table with the element. */
    static Atom.Table with(Atom.Table table, Value key, Value value) {
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
        return new Atom.Table(fields, table.rest(), table.named(), table.reply());
    }

    /** The table with one more element at its end. */
    static Atom.Table appended(Atom.Table table, Value value) {
        int length = 0;
        while (table.fields().containsKey(length + 1)) {
            length++;
        }
        int positions = 0;
        for (Object field : table.fields().keySet()) {
            positions += field instanceof Integer ? 1 : 0;
        }
        if (table.rest() != null || positions != length || length > MOST_FIELDS) {
            return withRest(table, value);
        }
        Map<Object, Value> fields = new HashMap<>(table.fields());
        fields.put(length + 1, value);
        return new Atom.Table(fields, null, table.named(), table.reply());
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
        return new Atom.Table(fields, rest, table.named(), table.reply());
    }
}
