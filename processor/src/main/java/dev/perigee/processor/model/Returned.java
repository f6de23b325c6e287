package dev.perigee.processor.model;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a script returns, or what is at one place of that: all that it can be, on all paths.
 *
 * @param values it is one of these
 */
record Returned(List<Value> values) {

    private static final Returned UNKNOWN = new Returned(List.of(Value.ANY));

    Returned {
        values = List.copyOf(values);
    }

    /** What a script returns; anything, if there is none that is known. */
    static Returned by(@Nullable BoundScript script) {
        if (script == null || !script.parsed().isValid()) {
            return UNKNOWN;
        }
        List<Value> values = new ArrayList<>();
        for (Return result : script.facts().returns()) {
            List<Argument> returned = result.values();
            values.add(returned.isEmpty() ? Value.NIL : returned.get(0).value());
        }
        return new Returned(values);
    }

    private List<Atom> atoms() {
        return values.stream().flatMap(value -> value.atoms().stream()).toList();
    }

    /** The elements of the arrays that are returned. */
    Returned elements() {
        return every(1, 1);
    }

    /** The keys, or the values, of flat arrays of keys and values. */
    Returned every(int first, int step) {
        List<Value> found = new ArrayList<>();
        for (Atom atom : atoms()) {
            if (atom instanceof Atom.Table table) {
                table.fields().forEach((key, value) -> {
                    if (key instanceof Integer index && index >= first && (index - first) % step == 0) {
                        found.add(value);
                    }
                });
                Value rest = table.rest();
                if (rest != null) {
                    found.add(rest);
                }
            } else if (!Value.isFalsy(atom)) {
                found.add(Value.ANY);
            }
        }
        return new Returned(found);
    }

    /** The element at a position of the arrays. */
    Returned at(int position) {
        List<Value> found = new ArrayList<>();
        for (Atom atom : atoms()) {
            if (atom instanceof Atom.Table table) {
                Value element = table.fields().getOrDefault(position, table.rest());
                found.add(element == null ? Value.NIL : element);
            } else if (!Value.isFalsy(atom)) {
                found.add(Value.ANY);
            }
        }
        return new Returned(found);
    }

    /** The value that follows a name in flat arrays of names and values. */
    Returned named(String name) {
        List<Value> found = new ArrayList<>();
        for (Atom atom : atoms()) {
            if (!(atom instanceof Atom.Table table)) {
                found.add(Value.isFalsy(atom) ? Value.NIL : Value.ANY);
                continue;
            }
            found.add(table.fields().entrySet().stream()
                    .filter(entry -> entry.getKey() instanceof Integer index && index % 2 == 1)
                    .filter(entry -> name.equals(entry.getValue().literal()))
                    .map(entry -> table.fields().getOrDefault((Integer) entry.getKey() + 1, Value.ANY))
                    .findFirst()
                    .orElse(Value.ANY));
        }
        return new Returned(found);
    }

    /** The arrays whose first element can be one of these codes. */
    Returned chosenBy(Set<String> codes) {
        return new Returned(values.stream()
                .map(value -> value.only(atom -> !(atom instanceof Atom.Table table) || canBegin(table, codes)))
                .filter(Objects::nonNull)
                .toList());
    }

    private static boolean canBegin(Atom.Table table, Set<String> codes) {
        Value first = table.fields().get(1);
        String literal = first == null ? null : first.literal();
        return literal == null || codes.contains(literal);
    }

    /** The times of the server that are returned here; none unless nothing else can be. */
    List<ReturnedTime> times() {
        List<ReturnedTime> times = new ArrayList<>();
        for (Atom atom : atoms()) {
            ReturnedTime time = ReturnedTime.of(atom);
            if (time != null) {
                times.add(time);
            } else if (!Value.isFalsy(atom) && !(atom instanceof Atom.Failure) && !hasNoUnit(atom)) {
                return List.of();
            }
        }
        return times;
    }

    /** No time is no time in every unit; Redis says with -1 and -2 that there is none. */
    private static boolean hasNoUnit(Atom atom) {
        return atom instanceof Atom.Numeric number && number.constant() != null && number.constant() <= 0;
    }
}
