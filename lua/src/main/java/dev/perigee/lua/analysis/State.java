package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Value;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the variables hold at a place: changes on top of what they held where a branch began. Keys are {@link dev.perigee.lua.syntax.Local}s, and
 * {@link Slot}s for what is no variable.
 */
final class State {

    /** What is no variable, but changes as one does. */
    enum Slot {
        /** What was assigned to elements of KEYS: nothing, while it is unset. */
        KEYS,
        /** The same of ARGV. */
        ARGV,
        /** Whether replies may be RESP3: true, once it is set. */
        RESP3
    }

    private final @Nullable State base;
    private final Map<Object, Value> changes = new HashMap<>();
    private boolean ended;

    State(@Nullable State base) {
        this.base = base;
        this.ended = base != null && base.ended;
    }

    /** A state that begins as this one, and leaves it as it is. */
    State fork() {
        return new State(this);
    }

    @Nullable
    Value get(Object key) {
        for (State state = this; state != null; state = state.base) {
            Value value = state.changes.get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    void set(Object key, Value value) {
        changes.put(key, value);
    }

    void forget(Object key) {
        changes.remove(key);
    }

    /** Sets it also where the branches began in which this is, since they may be left before they are joined. */
    void setEverywhere(Object key, Value value) {
        for (State state = this; state != null; state = state.base) {
            state.changes.merge(key, value, Value::or);
        }
    }

    /** What follows is not reached: after a return, a break, or an error. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** Becomes what can be after one of some branches, each a fork of this, or of a fork. */
    void join(List<State> branches) {
        List<State> open = branches.stream().filter(branch -> !branch.ended).toList();
        if (open.isEmpty()) {
            ended = true;
            return;
        }
        Set<Object> changed = new LinkedHashSet<>();
        for (State branch : open) {
            for (State part = branch; part != null && part != this; part = part.base) {
                changed.addAll(part.changes.keySet());
            }
        }
        for (Object key : changed) {
            Value joined = null;
            boolean known = true;
            for (State branch : open) {
                Value value = branch.get(key);
                if (value == null) {
                    known = false;
                } else {
                    joined = joined == null ? value : joined.or(value);
                }
            }
            if (joined != null && (known || key instanceof Slot)) {
                changes.put(key, joined);
            }
        }
    }

    /** Takes over what is no variable from a branch that may have run. */
    void joinSlots(State branch) {
        for (Slot slot : Slot.values()) {
            Value value = branch.changes.get(slot);
            if (value != null) {
                changes.merge(slot, value, Value::or);
            }
        }
    }
}
