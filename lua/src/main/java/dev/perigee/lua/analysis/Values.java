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
 * @param known the values that are known to be there, each with the place where it stands, as the facts have them
 * @param rest what follows them, if an unknown number does
 */
record Values(List<Argument> known, @Nullable Value rest) {

    static final Values NONE = new Values(List.of(), null);

    Values {
        known = List.copyOf(known);
    }

    /** Exactly one value. */
    static Values one(Value value, Span span) {
        return new Values(List.of(new Argument(value, span)), null);
    }

    /** These values, which all come from one place. */
    static Values at(Span span, List<Value> values, @Nullable Value rest) {
        List<Argument> known = new ArrayList<>(values.size());
        for (Value value : values) {
            known.add(new Argument(value, span));
        }
        return new Values(known, rest);
    }

    /** The same values, which all come from one place. */
    Values at(Span span) {
        if (known.size() == 1) {
            Argument only = known.get(0);
            return only.span().equals(span) ? this : new Values(List.of(new Argument(only.value(), span)), rest);
        }
        List<Argument> moved = new ArrayList<>(known.size());
        for (Argument argument : known) {
            moved.add(new Argument(argument.value(), span));
        }
        return new Values(moved, rest);
    }

    /** A value at a position, from 0. */
    Value get(int position) {
        if (position < known.size()) {
            return known.get(position).value();
        }
        return rest == null ? Value.NIL : rest.or(Value.NIL);
    }

    /** The values from a position on, from 0. */
    Values from(int position) {
        return new Values(known.subList(Math.min(position, known.size()), known.size()), rest);
    }

    boolean isOpen() {
        return rest != null;
    }
}
