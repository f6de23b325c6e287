package dev.perigee.invoke;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the next argument comes from in what the caller passed, as {@code lines[2].sku}. Elements are counted from 1, as in
 * Lua. The text is made only when a message needs it.
 */
final class ArgumentPath {

    private final List<Level> levels = new ArrayList<>();
    private int depth;

    ArgumentPath() {
        levels.add(new Level());
    }

    /** What is added next is the parameter, or the record's component, of this name. */
    void name(String name) {
        Level level = levels.get(depth);
        level.name = name;
        level.place = 0;
    }

    /** What is added next belongs to this element, or entry, of what was named. */
    void element(int place) {
        Level level = levels.get(depth);
        level.place = place;
        level.part = "";
    }

    /** What is added next belongs to this part of an entry of what was named. */
    void part(int place, String part) {
        element(place);
        levels.get(depth).part = part;
    }

    /** Goes into the value that was reached. */
    void enter() {
        depth++;
        if (depth == levels.size()) {
            levels.add(new Level());
        }
        Level level = levels.get(depth);
        level.name = null;
        level.place = 0;
    }

    /** Goes back to what contains the value. */
    void leave() {
        depth--;
        levels.get(depth).place = 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Level level : levels.subList(0, depth + 1)) {
            level.appendTo(text);
        }
        return text.toString();
    }

    private static final class Level {

        private @Nullable String name;
        private int place;
        private String part = "";

        private void appendTo(StringBuilder text) {
            if (name != null) {
                text.append(text.isEmpty() ? "" : ".").append(name);
            }
            if (place != 0) {
                text.append('[').append(place).append(']').append(part);
            }
        }
    }
}
