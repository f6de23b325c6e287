package dev.perigee.lua.analysis;

import org.jspecify.annotations.Nullable;

/** A local variable in its scope. */
final class LocalVariable {
    private final String name;
    private final Meaning meaning;
    private final @Nullable LocalVariable hidden;
    private boolean assigned;

    /**
     * Declares a variable.
     *
     * @param meaning what its first value is
     * @param hidden the variable of the same name that it hides
     */
    LocalVariable(String name, Meaning meaning, @Nullable LocalVariable hidden) {
        this.name = name;
        this.meaning = meaning;
        this.hidden = hidden;
    }

    String name() {
        return name;
    }

    @Nullable
    LocalVariable hidden() {
        return hidden;
    }

    /** What it means where it is used, provided it is never assigned to. */
    Meaning meaning() {
        return meaning.what() == Meaning.What.OTHER ? meaning : new Meaning(meaning.what(), this);
    }

    void assign() {
        assigned = true;
    }

    /** Whether it or a variable from which it was initialised is assigned to anywhere. */
    boolean isAssigned() {
        LocalVariable from = this;
        while (from != null && !from.assigned) {
            from = from.meaning.alias();
        }
        return from != null;
    }
}
