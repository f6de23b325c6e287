package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.HashMap;
import java.util.Map;

/** The values that a script names again and again, each made once: a long script is gone through faster where it is small. */
final class Constants {
    private final Map<String, Value> texts = new HashMap<>();
    private final Map<Double, Value> numbers = new HashMap<>();
    private final Map<String, Map<String, Value>> fields = new HashMap<>();
    private final Map<Integer, Value> keys = new HashMap<>();
    private final Map<Integer, Value> arguments = new HashMap<>();

    /** A string literal, or the name of a field. */
    Value text(String text) {
        return texts.computeIfAbsent(text, Value::text);
    }

    /** A number literal. */
    Value number(double number) {
        return numbers.computeIfAbsent(number, of -> Value.of(Atom.Numeric.of(of)));
    }

    /** What a field of a library means. */
    Value field(String library, String name) {
        return fields.computeIfAbsent(library, of -> new HashMap<>())
                .computeIfAbsent(name, of -> Sandbox.field(library, of));
    }

    /** An element of KEYS or ARGV, by its position. */
    Value element(Atom.Inputs.Array array, int position) {
        Map<Integer, Value> elements = array == Atom.Inputs.Array.KEYS ? keys : arguments;
        return elements.computeIfAbsent(position, of -> Tables.element(array, of));
    }
}
