package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of nodes while it is parsed. Most lists have one or two elements, for which this leaves nothing behind between the
 * nodes of the tree: a long script is gone through faster where its tree lies densely.
 */
final class Gathering<T> {
    private @Nullable T first;
    private @Nullable T second;
    private @Nullable List<T> all;

    void add(T element) {
        if (all != null) {
            all.add(element);
        } else if (first == null) {
            first = element;
        } else if (second == null) {
            second = element;
        } else {
            all = new ArrayList<>(6);
            all.add(first);
            all.add(second);
            all.add(element);
        }
    }

    /** What was added, in order. */
    List<T> list() {
        if (all != null) {
            return List.copyOf(all);
        } else if (first == null) {
            return List.of();
        }
        return second == null ? List.of(first) : List.of(first, second);
    }
}
