package dev.perigee.processor.check;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import dev.perigee.processor.model.ReplyType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a value does not fit a record that is read by name, from a flat array of names and values. */
final class NamedMismatch {

    private NamedMismatch() {}

    static @Nullable Mismatch of(Atom atom, ReplyType.Tuple tuple, String path) {
        String expected = tuple.name() + ", an array of names and values";
        if (!(atom instanceof Atom.Table table)) {
            return ArrayMismatch.ofOther(atom, expected, path);
        }
        if (ArrayMismatch.hasNames(table)) {
            return null;
        }
        int length = ArrayMismatch.length(table);
        boolean exact = ArrayMismatch.isExact(table);
        if (length % 2 == 1 && exact) {
            return Mismatch.shape("an array of " + length, expected, path);
        }
        Set<String> seen = new HashSet<>();
        Mismatch unknown = null;
        for (int i = 1; i < length; i += 2) {
            String name = ArrayMismatch.element(table, i).literal();
            Optional<ReplyType.Component> component = component(tuple, name);
            exact &= name != null;
            if (name != null && component.isEmpty()) {
                unknown = unknown == null ? unknown(name, tuple, path) : unknown;
            } else if (component.isPresent() && seen.add(name)) {
                Mismatch mismatch = Mismatch.of(
                        ArrayMismatch.element(table, i + 1),
                        component.get().type(),
                        ArrayMismatch.inner(path, component.get().name()));
                if (mismatch != null) {
                    return mismatch;
                }
            }
        }
        Mismatch missing = exact ? missing(tuple, seen, expected, path) : null;
        return missing == null ? unknown : missing;
    }

    private static Optional<ReplyType.Component> component(ReplyType.Tuple tuple, @Nullable String name) {
        return tuple.components().stream()
                .filter(component -> component.key().equals(name))
                .findFirst();
    }

    private static Mismatch unknown(String name, ReplyType.Tuple tuple, String path) {
        List<String> keys = tuple.keys();
        String near = ConstantMismatch.nearest(name, keys);
        return Mismatch.of(
                        Mismatch.Kind.NAME,
                        "the name '" + name + "'",
                        tuple.name() + ", which has no such component",
                        path)
                .help(near.isEmpty() ? "it has " + String.join(", ", keys) : near);
    }

    private static @Nullable Mismatch missing(ReplyType.Tuple tuple, Set<String> seen, String expected, String path) {
        for (ReplyType.Component component : tuple.components()) {
            boolean needed = Mismatch.of(Value.NIL, component.type(), path) != null;
            if (needed && !seen.contains(component.key())) {
                return Mismatch.shape("an array without '" + component.key() + "'", expected, path);
            }
        }
        return null;
    }
}
