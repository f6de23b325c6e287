package dev.perigee.lua.syntax;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which variable each name in a script means, by the name's offset, and what each loop assigns. Does not change once the script
 * is parsed.
 */
public final class Locals {
    private final ByOffset byOffset;
    private final Map<Integer, Set<Local>> assignedInLoops = new HashMap<>();
    private int nodes;

    Locals(int textLength) {
        this.byOffset = new ByOffset(textLength);
    }

    void use(int offset, Local local) {
        byOffset.put(offset, local);
    }

    void declare(int offset, Local local) {
        byOffset.put(offset, local);
    }

    void assignInLoop(int loop, Local local) {
        assignedInLoops.computeIfAbsent(loop, offset -> new HashSet<>()).add(local);
    }

    void countNode() {
        nodes++;
    }

    /** How many statements and expressions there are. */
    public int nodes() {
        return nodes;
    }

    /** The variable that a name means; null for a global. */
    public @Nullable Local used(int offset) {
        return byOffset.get(offset);
    }

    /** The variable that is declared at an offset. */
    public Local declared(int offset) {
        Local local = byOffset.get(offset);
        if (local == null) {
            throw new IllegalStateException("no variable is declared at " + offset);
        }
        return local;
    }

    /** The variables that a loop assigns to and does not declare. */
    public Set<Local> assignedIn(int loop) {
        return assignedInLoops.getOrDefault(loop, Set.of());
    }

    /** Whether a variable holds the same in each round of a loop. */
    public boolean isSameIn(int loop, Local local) {
        return local.declared() < loop && !local.isShared() && !assignedIn(loop).contains(local);
    }

    /**
     * Variables by offset, in lists, each for a short stretch of the text. Scripts are read from front to back, and so are
     * these arrays, where a hash map, or an object for each entry, would be larger than the processor's caches.
     */
    private static final class ByOffset {
        private static final int STRETCH = 32;

        /** The last entry of each stretch, from 1; 0 for none. */
        private final int[] last;

        private int[] offsets = new int[64];
        private Local[] variables = new Local[64];
        /** The entry before, of the same stretch. */
        private int[] before = new int[64];

        private int size = 1;

        ByOffset(int textLength) {
            last = new int[textLength / STRETCH + 1];
        }

        void put(int offset, Local local) {
            if (size == offsets.length) {
                offsets = Arrays.copyOf(offsets, size * 2);
                variables = Arrays.copyOf(variables, size * 2);
                before = Arrays.copyOf(before, size * 2);
            }
            int stretch = offset / STRETCH;
            offsets[size] = offset;
            variables[size] = local;
            before[size] = last[stretch];
            last[stretch] = size++;
        }

        @Nullable
        Local get(int offset) {
            int entry = last[offset / STRETCH];
            while (entry != 0 && offsets[entry] != offset) {
                entry = before[entry];
            }
            return entry == 0 ? null : variables[entry];
        }
    }
}
