package dev.perigee.invoke;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The arrays and maps around the value that a reader stands on, from the outermost in, and the place in each.
 *
 * <p>As text: {@code [2]} is the second element, {@code [2].remaining} its component of that name, {@code [2].key} and
 * {@code [2].value} belong to the second entry of a map, also where it comes as a flat array. Counted from 1, as in Lua.
 */
final class ReplyPath {

    /** What is read in turn. */
    static final int ELEMENTS = -1;

    /** Entries, each a key and a value, which are read in turn. */
    static final int ENTRIES = -2;

    /** The index of what there is not. */
    static final int ABSENT = -1;

    /** The index of what the reader has come to by reading what is before it. */
    static final int IN_TURN = -2;

    private static final int INITIAL_DEPTH = 2;
    private static final int KEPT_DEPTH = 8;
    private static final int KEPT_INDICES = 64;
    private static final int[] NO_INDICES = {};
    private static final int FIELDS_OF_LEVEL = 4;
    private static final int PLACE = 0;
    private static final int LENGTH = 1;
    private static final int FORM = 2;
    private static final int FIRST_OF_INDICES = 3;

    private int depth;
    private int[] levels = new int[INITIAL_DEPTH * FIELDS_OF_LEVEL];
    private @Nullable String[] names = new @Nullable String[INITIAL_DEPTH];
    private int[] indices = NO_INDICES;
    private int indicesUsed;

    int depth() {
        return depth;
    }

    /** Steps out of everything. */
    void restart() {
        depth = 0;
        indicesUsed = 0;
    }

    /** Steps out of everything, and keeps no names. */
    void clear() {
        restart();
        if (names.length > KEPT_DEPTH) {
            levels = new int[INITIAL_DEPTH * FIELDS_OF_LEVEL];
            names = new @Nullable String[INITIAL_DEPTH];
        } else {
            Arrays.fill(names, null);
        }
        if (indices.length > KEPT_INDICES) {
            indices = NO_INDICES;
        }
    }

    /** Steps in, to before the first of so many elements or entries. */
    void enter(int length, int form) {
        if (depth == names.length) {
            levels = Arrays.copyOf(levels, depth * 2 * FIELDS_OF_LEVEL);
            names = Arrays.copyOf(names, depth * 2);
        }
        int level = depth * FIELDS_OF_LEVEL;
        levels[level + PLACE] = 0;
        levels[level + LENGTH] = length;
        levels[level + FORM] = form;
        levels[level + FIRST_OF_INDICES] = indicesUsed;
        names[depth] = null;
        depth++;
    }

    /** Steps out; the index of what follows, or {@link #IN_TURN}. */
    int leave() {
        depth--;
        indicesUsed = field(depth, FIRST_OF_INDICES);
        int form = field(depth, FORM);
        return form < 0 ? IN_TURN : form;
    }

    /** Steps to the next element. */
    void next() {
        levels[field(PLACE)]++;
    }

    /** Steps to the next element, a component; its index, {@link #ABSENT} or {@link #IN_TURN}. */
    int next(String component) {
        names[depth - 1] = component;
        int place = ++levels[field(PLACE)];
        if (isByName()) {
            return indices[field(depth - 1, FIRST_OF_INDICES) + place - 1];
        }
        return place > length() ? ABSENT : IN_TURN;
    }

    /** Steps to a part of an entry. */
    void entry(int place, String part) {
        levels[field(PLACE)] = place;
        names[depth - 1] = part;
    }

    /** The number of elements or entries. */
    int length() {
        return levels[field(LENGTH)];
    }

    /** The component or the part of an entry. */
    @Nullable
    String name() {
        return names[depth - 1];
    }

    /** Whether components are read wherever they were found. */
    boolean isByName() {
        return levels[field(FORM)] >= 0;
    }

    /** Makes room for the indices of so many components, all {@link #ABSENT} yet. */
    void expect(int components) {
        int needed = indicesUsed + components;
        if (needed > indices.length) {
            indices = Arrays.copyOf(indices, Math.max(needed, indices.length * 2));
        }
        Arrays.fill(indices, indicesUsed, needed, ABSENT);
        indicesUsed = needed;
    }

    /** Notes where a component is; false if it was found before. */
    boolean found(int component, int index) {
        int field = field(depth - 1, FIRST_OF_INDICES) + component;
        if (indices[field] != ABSENT) {
            return false;
        }
        indices[field] = index;
        return true;
    }

    /** From here on the components are read where they were found; what follows is at {@code end}. */
    void byName(int end) {
        levels[field(PLACE)] = 0;
        levels[field(FORM)] = end;
        names[depth - 1] = null;
    }

    private int field(int field) {
        return (depth - 1) * FIELDS_OF_LEVEL + field;
    }

    private int field(int level, int field) {
        return levels[level * FIELDS_OF_LEVEL + field];
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            String name = names[level];
            if (name == null || field(level, FORM) == ENTRIES) {
                path.append('[').append(field(level, PLACE)).append(']');
            }
            if (name != null) {
                path.append(path.length() == 0 ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
