package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Local;
import dev.perigee.lua.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function while it is evaluated. */
final class Frame {

    /** A loop while it is evaluated. */
    static final class LoopPass {
        private final Set<Local> assigned;
        private final Map<Local, Value> values;
        private boolean left;

        LoopPass(Set<Local> assigned) {
            this.assigned = assigned;
            this.values = assigned.isEmpty() ? Map.of() : new HashMap<>();
        }

        /** A round ends, and may be followed by another. */
        void end(State round) {
            if (!round.isEnded()) {
                for (Local local : assigned) {
                    Value value = round.get(local);
                    if (value != null) {
                        values.merge(local, value, TableJoins::joined);
                    }
                }
            }
        }

        /** What the variables that are not the loop's own hold where a round ends or is left. */
        Map<Local, Value> values() {
            return values;
        }

        /** A round is left by a break. */
        void leave(State round) {
            end(round);
            left |= !round.isEnded();
        }

        /** Whether there was a break. */
        boolean isLeft() {
            return left;
        }
    }

    static final int MAIN = Local.MAIN;

    private final int function;
    private final @Nullable Frame caller;
    private final Values varargs;
    private final List<Values> returns = new ArrayList<>();
    private final Deque<LoopPass> loops = new ArrayDeque<>();
    private final Map<Local, Value> captured = new HashMap<>();
    private Set<Local> uncertain = new HashSet<>();

    /**
     * A call.
     *
     * @param function the offset of what is called; {@link #MAIN} for the main chunk
     * @param varargs what {@code ...} is
     */
    Frame(int function, @Nullable Frame caller, Values varargs) {
        this.function = function;
        this.caller = caller;
        this.varargs = varargs;
    }

    int function() {
        return function;
    }

    boolean isMain() {
        return function == MAIN;
    }

    @Nullable
    Frame caller() {
        return caller;
    }

    Values varargs() {
        return varargs;
    }

    List<Values> returns() {
        return returns;
    }

    int depth() {
        int depth = 0;
        for (Frame frame = caller; frame != null; frame = frame.caller) {
            depth++;
        }
        return depth;
    }

    /** What is known of what a function has captured that is returned from here, or that this is the call of. */
    Map<Local, Value> captured() {
        return captured;
    }

    /** Whether a variable is one that was captured by this function, or by one that called it. */
    boolean hasCaptured(Local local) {
        for (Frame frame = this; frame != null; frame = frame.caller) {
            if (frame.captured.containsKey(local)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the function at an offset is being evaluated, in this frame or one that called it. */
    boolean isActive(int body) {
        for (Frame frame = this; frame != null; frame = frame.caller) {
            if (frame.function == body) {
                return true;
            }
        }
        return false;
    }

    /** The variables of which one of several tables was changed, since this was last set. */
    Set<Local> uncertain() {
        return uncertain;
    }

    void setUncertain(Set<Local> locals) {
        uncertain = locals;
    }

    LoopPass enterLoop(Set<Local> assigned) {
        LoopPass pass = new LoopPass(assigned);
        loops.push(pass);
        return pass;
    }

    void leaveLoop() {
        loops.pop();
    }

    int loopDepth() {
        return loops.size() + (caller == null ? 0 : caller.loopDepth());
    }

    @Nullable
    LoopPass innermostLoop() {
        return loops.peek();
    }
}
