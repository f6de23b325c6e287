package dev.perigee.lua.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The local variables that are visible at a place. */
final class Scope {
    private final Map<String, LocalVariable> visible = new HashMap<>();
    private final List<LocalVariable> active = new ArrayList<>();

    /** The place to {@link #leave} to. */
    int enter() {
        return active.size();
    }

    void leave(int mark) {
        while (active.size() > mark) {
            LocalVariable ended = active.remove(active.size() - 1);
            LocalVariable hidden = ended.hidden();
            if (hidden == null) {
                visible.remove(ended.name());
            } else {
                visible.put(ended.name(), hidden);
            }
        }
    }

    void declare(String name, Meaning meaning) {
        LocalVariable local = new LocalVariable(name, meaning, visible.get(name));
        visible.put(name, local);
        active.add(local);
    }

    @Nullable
    LocalVariable find(String name) {
        return visible.get(name);
    }
}
