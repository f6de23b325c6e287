package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the variables hold at a place: changes on top of what they held where a branch began. Keys are {@link
 * dev.perigee.lua.syntax.Local}s, and {@link Slot}s for what is no variable.
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

    /** How many changes are looked through one by one. */
    private static final int FEW = 8;

    private static final Object[] NOTHING = {};
    private static final Value[] NO_VALUES = {};

    private final @Nullable State base;
    private Object[] keys = NOTHING;
    private Value[] values = NO_VALUES;
    private int size;

    /** Where each change is, once there are many. */
    private @Nullable Map<Object, Integer> places;

    private boolean ended;
    private boolean ruledOut;

    State(@Nullable State base) {
        this.base = base;
        this.ended = base != null && base.ended;
        this.ruledOut = base != null && base.ruledOut;
    }

    /** A state that begins as this one, and leaves it as it is. */
    State fork() {
        return new State(this);
    }

    @Nullable
    Value get(Object key) {
        for (State state = this; state != null; state = state.base) {
            int place = state.place(key);
            if (place >= 0) {
                return state.values[place];
            }
        }
        return null;
    }

    private int place(Object key) {
        if (places != null) {
            return places.getOrDefault(key, -1);
        }
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    void set(Object key, Value value) {
        int place = place(key);
        if (place >= 0) {
            values[place] = value;
            return;
        }
        if (size == keys.length) {
            int room = Math.max(2, size * 2);
            keys = Arrays.copyOf(keys, room);
            values = Arrays.copyOf(values, room);
        }
        keys[size] = key;
        values[size] = value;
        if (places != null) {
            places.put(key, size);
        }
        size++;
        if (size > FEW && places == null) {
            index();
        }
    }

    private void index() {
        places = new HashMap<>();
        for (int i = 0; i < size; i++) {
            places.put(keys[i], i);
        }
    }

    void forget(Object key) {
        int place = place(key);
        if (place < 0) {
            return;
        }
        size--;
        keys[place] = keys[size];
        values[place] = values[size];
        if (places != null) {
            places.put(keys[place], place);
            places.remove(key);
        }
    }

    private void merge(Object key, Value value) {
        int place = place(key);
        set(key, place < 0 ? value : values[place].or(value));
    }

    /** Sets it also where the branches began in which this is, since they may be left before they are joined. */
    void setEverywhere(Object key, Value value) {
        for (State state = this; state != null; state = state.base) {
            state.merge(key, value);
        }
    }

    /** What follows is not reached: after a return, a break, or an error. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    /** What follows is not reached with the values that are known: it was written for others, and says nothing of these. */
    void ruleOut() {
        ended = true;
        ruledOut = true;
    }

    boolean isRuledOut() {
        return ruledOut;
    }

    /**
     * Becomes what can be after one of some branches, each a fork of this, or of a fork. If none goes on, and one of them only
     * since it is ruled out, so is what follows.
     */
    void join(List<State> branches) {
        List<State> open = new ArrayList<>(branches.size());
        for (State branch : branches) {
            if (!branch.ended) {
                open.add(branch);
            }
        }
        if (open.isEmpty()) {
            ended = true;
            ruledOut = branches.stream().anyMatch(branch -> branch.ruledOut);
            return;
        }
        for (Object key : changed(open)) {
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
                set(key, joined);
            }
        }
    }

    private Set<Object> changed(List<State> branches) {
        Set<Object> changed = Set.of();
        for (State branch : branches) {
            for (State part = branch; part != null && part != this; part = part.base) {
                for (int i = 0; i < part.size; i++) {
                    if (changed.isEmpty()) {
                        changed = new LinkedHashSet<>();
                    }
                    changed.add(part.keys[i]);
                }
            }
        }
        return changed;
    }

    /** Takes over what is no variable from a branch that may have run. */
    void joinSlots(State branch) {
        for (int i = 0; i < branch.size; i++) {
            if (branch.keys[i] instanceof Slot slot) {
                merge(slot, branch.values[i]);
            }
        }
    }
}
