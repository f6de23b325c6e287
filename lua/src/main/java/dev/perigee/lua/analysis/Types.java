package dev.perigee.lua.analysis;

import dev.perigee.lua.value.Atom;
import org.jspecify.annotations.Nullable;

/** Lua's types. */
final class Types {

    private Types() {}

    /** What {@code type} gives for an atom; null if that is not known. */
    static @Nullable String of(Atom atom) {
        if (atom instanceof Atom.Nil) {
            return "nil";
        } else if (atom instanceof Atom.Bool) {
            return "boolean";
        } else if (atom instanceof Atom.Numeric) {
            return "number";
        } else if (atom instanceof Atom.Text) {
            return "string";
        } else if (atom instanceof Atom.Builtin || atom instanceof Atom.Closure) {
            return "function";
        }
        return atom instanceof Atom.Unknown ? null : "table";
    }
}
