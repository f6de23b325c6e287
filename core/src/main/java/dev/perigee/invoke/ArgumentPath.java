package dev.perigee.invoke;

import org.jspecify.annotations.Nullable;

/**
 * Where the next argument comes from in what the caller passed, as {@code lines[2].sku}. Elements are counted from 1, as in
 * Lua. The text is made only when a message needs it.
 */
final class ArgumentPath {

    private final Level parameter = new Level(null);
    private Level level = parameter;

    /** What is added next is the parameter, or the record's component, of this name. */
    void name(String name) {
        level.name = name;
        level.place = 0;
    }

    /** What is added next belongs to this element, or entry, of what was named. */
    void element(int place) {
        part(place, "");
    }

    /** What is added next belongs to this part of an entry of what was named. */
    void part(int place, String part) {
        level.place = place;
        level.part = part;
    }

    /** Goes into the value that was reached. */
    void enter() {
        Level inner = level.inner;
        if (inner == null) {
            inner = new Level(level);
            level.inner = inner;
        }
        inner.name = null;
        inner.place = 0;
        level = inner;
    }

    /** Goes back to what contains the value. */
    void leave() {
        Level outer = level.outer;
        if (outer != null) {
            outer.place = 0;
            level = outer;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Level next = parameter; next != null; next = next == level ? null : next.inner) {
            next.appendTo(text);
        }
        return text.toString();
    }

    private static final class Level {

        private final @Nullable Level outer;
        private @Nullable Level inner;
        private @Nullable String name;
        private int place;
        private String part = "";

        Level(@Nullable Level outer) {
            this.outer = outer;
        }

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
