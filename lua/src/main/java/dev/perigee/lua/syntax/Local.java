package dev.perigee.lua.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A local variable or parameter: what can be said of it before anything is evaluated. Compared by identity. Does not change
 * once the script is parsed.
 */
public final class Local {
    /** The function of the variables that are in none. */
    public static final int MAIN = -1;

    private final String name;
    private final int declared;
    private final int function;
    private final int loop;
    private final @Nullable Local hidden;
    private boolean reassigned;
    private boolean shared;
    private boolean captured;
    private boolean mutated;
    private boolean mutatedElsewhere;
    private boolean mutatedInLoop;
    private int lastMutation = -1;

    /**
     * A variable.
     *
     * @param declared the offset of its declaration
     * @param function the offset of the function it is local to; {@link #MAIN} for the main chunk
     * @param loop the innermost loop around its declaration, by offset; -1 for none
     * @param hidden the variable of the same name that it hides, if there is one
     */
    Local(String name, int declared, int function, int loop, @Nullable Local hidden) {
        this.name = name;
        this.declared = declared;
        this.function = function;
        this.loop = loop;
        this.hidden = hidden;
    }

    /** Where it stands tells it from others, and costs less than the hash of an identity. */
    @Override
    public int hashCode() {
        return declared;
    }

    String name() {
        return name;
    }

    @Nullable
    Local hidden() {
        return hidden;
    }

    /** The offset of the function it is local to; {@link #MAIN} for the main chunk. */
    public int function() {
        return function;
    }

    int declared() {
        return declared;
    }

    void assign(int by) {
        reassigned = true;
        shared |= by != function;
    }

    /** Something may change the table that it holds. */
    void mutate(int by, int offset, int inLoop) {
        mutated = true;
        mutatedInLoop |= inLoop != loop;
        mutatedElsewhere |= by != function;
        lastMutation = Math.max(lastMutation, offset);
    }

    /** A function reads it. */
    void use(int by) {
        captured |= by != function;
    }

    /** Whether a function that it is not local to reads it. */
    public boolean isCaptured() {
        return captured;
    }

    /** Whether it ever gets another value than its first. */
    public boolean isReassigned() {
        return reassigned;
    }

    /** Whether a function it is not local to assigns to it, so that its value may change at any call. */
    public boolean isShared() {
        return shared;
    }

    /** Whether the table in it is changed through it. */
    public boolean isMutated() {
        return mutated;
    }

    /** Whether a function it is not local to changes the table in it. */
    public boolean isMutatedElsewhere() {
        return mutatedElsewhere;
    }

    /** Whether the table in it may be changed through it after a place in the text, or before it in another round of a loop. */
    public boolean isMutatedAfter(int offset) {
        return mutatedInLoop || lastMutation > offset;
    }
}
