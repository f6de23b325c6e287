package dev.perigee.lua.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variable each name in a script means, by the name's offset, and what each loop assigns. */
final class Locals {
    private final ByOffset uses;
    private final ByOffset declarations;
    private final Map<Integer, Set<Local>> assignedInLoops = new HashMap<>();
    private int nodes;

    Locals(int textLength) {
        this.uses = new ByOffset(textLength);
        this.declarations = new ByOffset(textLength);
    }

    void use(int offset, Local local) {
        uses.put(offset, local);
    }

    void declare(int offset, Local local) {
        declarations.put(offset, local);
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
        return uses.get(offset);
    }

    /** The variable that is declared at an offset. */
    Local declared(int offset) {
        Local local = declarations.get(offset);
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
     * Variables by offset, in pages. Scripts are read from front to back, and so is this, where a hash map of a long script
     * would be larger than the processor's caches.
     */
    private static final class ByOffset {
        private static final int PAGE = 1024;
        private static final @Nullable Local[] EMPTY = new @Nullable Local[PAGE];

        private final @Nullable Local[][] pages;

        ByOffset(int textLength) {
            pages = new @Nullable Local[textLength / PAGE + 1][];
            Arrays.fill(pages, EMPTY);
        }

        void put(int offset, Local local) {
            int page = offset / PAGE;
            if (pages[page] == EMPTY) {
                pages[page] = new @Nullable Local[PAGE];
            }
            pages[page][offset % PAGE] = local;
        }

        @Nullable
        Local get(int offset) {
            return pages[offset / PAGE][offset % PAGE];
        }
    }
}
