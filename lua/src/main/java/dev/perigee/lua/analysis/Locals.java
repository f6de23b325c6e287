package dev.perigee.lua.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variable each name in a script means, by the name's offset, and what each loop assigns. */
final class Locals {
    private final Map<Integer, Local> uses = new HashMap<>();
    private final Map<Integer, Local> declarations = new HashMap<>();
    private final Map<Integer, Set<Local>> assignedInLoops = new HashMap<>();
    private int nodes;

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
}
