package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a list of expressions: {@code 1, f(x), ...}.
 *
 * @param known the values that are known to be there
 * @param spans where each stands
 * @param rest what follows them, if an unknown number does
 */
record Values(List<Value> known, List<Span> spans, @Nullable Value rest) {

    static final Values NONE = new Values(List.of(), List.of(), null);

    Values {
        known = List.copyOf(known);
        spans = List.copyOf(spans);
    }

    /** A value at a position, from 0. */
    Value get(int position) {
        if (position < known.size()) {
            return known.get(position);
        }
        return rest == null ? Value.NIL : rest.or(Value.NIL);
    }

    /** Those that are known to be there, as the facts have them. */
    List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>(known.size());
        for (int i = 0; i < known.size(); i++) {
            arguments.add(new Argument(known.get(i), spans.get(i)));
        }
        return arguments;
    }

    boolean isOpen() {
        return rest != null;
    }
}
