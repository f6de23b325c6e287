package dev.perigee.lua.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variable each name in a script means, by the name's offset, and what each loop assigns. */
final class Locals {
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
    int nodes() {
        return nodes;
    }

    /** The variable that a name means; null for a global. */
    @Nullable
    Local used(int offset) {
        return byOffset.get(offset);
    }

    /** The variable that is declared at an offset. */
    Local declared(int offset) {
        Local local = byOffset.get(offset);
        if (local == null) {
            throw new IllegalStateException("no variable is declared at " + offset);
        }
        return local;
    }

    /** The variables that a loop assigns to and does not declare. */
    Set<Local> assignedIn(int loop) {
        return assignedInLoops.getOrDefault(loop, Set.of());
    }

    /**
     * Variables by offset, in lists, each for a short stretch of the text. Scripts are read from front to back, and so is this,
     * where a hash map of a long script would be larger than the processor's caches.
     */
    private static final class ByOffset {
        private static final int STRETCH = 32;

        private final @Nullable Entry[] stretches;

        private record Entry(
                int offset, Local local, @Nullable Entry next) {}

        ByOffset(int textLength) {
            stretches = new @Nullable Entry[textLength / STRETCH + 1];
        }

        void put(int offset, Local local) {
            int stretch = offset / STRETCH;
            stretches[stretch] = new Entry(offset, local, stretches[stretch]);
        }

        @Nullable
        Local get(int offset) {
            Entry entry = stretches[offset / STRETCH];
            while (entry != null && entry.offset != offset) {
                entry = entry.next;
            }
            return entry == null ? null : entry.local;
        }
    }
}
