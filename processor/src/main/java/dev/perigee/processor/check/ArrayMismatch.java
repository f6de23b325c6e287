package dev.perigee.processor.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import org.jspecify.annotations.Nullable;

/** How a value does not fit a list, a set or a map. */
final class ArrayMismatch {

    private ArrayMismatch() {}

    /** Anything but an array; null if it is one, or may be one. */
    static @Nullable Mismatch ofOther(Atom atom, String expected, String path) {
        if (Value.isFalsy(atom)) {
            return Mismatch.nil(expected, path);
        }
        // A table of which too little is known may be any of the special ones, such as {double = 1.5}.
        boolean other = atom instanceof Atom.Numeric
                || atom instanceof Atom.Text
                || atom instanceof Atom.Status
                || atom instanceof Atom.Bool;
        return other ? Mismatch.shape(atom, expected, path) : null;
    }

    static String inner(String path, String element) {
        return path.isEmpty() ? element : path + "." + element;
    }

    /** How many elements are known, up to the first that ends the array. */
    static int length(Atom.Table table) {
        int length = 0;
        while (table.fields().containsKey(length + 1)
                && !ReplyCheck.isMissing(table.fields().get(length + 1))) {
            length++;
        }
        return length;
    }

    /** Whether there are no other elements than those that are known. */
    static boolean isExact(Atom.Table table) {
        return table.rest() == null && table.fields().size() == length(table);
    }

    /** Whether it has fields by name, of which some make it no array at all. */
    static boolean hasNames(Atom.Table table) {
        return table.fields().keySet().stream().anyMatch(String.class::isInstance);
    }

    static @Nullable Mismatch ofMany(Atom atom, ReplyType.Many many, String path) {
        if (!(atom instanceof Atom.Table table)) {
            return ofOther(atom, many.set() ? "a set" : "a list", path);
        }
        int length = length(table);
        for (int i = 1; i <= length; i++) {
            Mismatch mismatch = Mismatch.of(element(table, i), many.element(), inner(path, "element " + i));
            if (mismatch != null) {
                return mismatch;
            }
        }
        Value rest = table.fields().containsKey(length + 1) ? null : table.rest();
        return rest == null ? null : Mismatch.of(rest, many.element(), inner(path, "element"));
    }

    static @Nullable Mismatch ofPairs(Atom atom, ReplyType.Pairs pairs, String path) {
        String expected = "a map, an array of keys and values";
        if (!(atom instanceof Atom.Table table)) {
            return ofOther(atom, expected, path);
        }
        int length = length(table);
        if (length % 2 == 1 && isExact(table)) {
            return Mismatch.shape("an array of " + length, expected, path);
        }
        for (int i = 1; i < length; i += 2) {
            Value key = element(table, i);
            Mismatch mismatch = Mismatch.of(key, pairs.key(), inner(path, "key " + (i + 1) / 2));
            if (mismatch == null) {
                String name = key.literal() == null ? "value " + (i + 1) / 2 : key.literal();
                mismatch = Mismatch.of(element(table, i + 1), pairs.value(), inner(path, name));
            }
            if (mismatch != null) {
                return mismatch;
            }
        }
        return null;
    }

    static Value element(Atom.Table table, int position) {
        return table.fields().getOrDefault(position, Value.ANY);
    }
}
