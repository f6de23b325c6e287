package dev.perigee.lua.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One form that a command's reply can have in Lua, where {@code redis.setresp(3)} was not called. */
public sealed interface LuaReply {

    /** An integer: a number. */
    record Whole() implements LuaReply {}

    /**
     * A bulk string: a string.
     *
     * @param fractional whether it is the text of a floating-point number, as of ZSCORE
     */
    record Bulk(boolean fractional) implements LuaReply {}

    /**
     * A status: a table with the field {@code ok}.
     *
     * @param text the status; null where there are several
     */
    record Status(@Nullable String text) implements LuaReply {}

    /** Nil: {@code false}. */
    record Nil() implements LuaReply {}

    /**
     * An array: a table.
     *
     * @param first the forms of the elements at the beginning, position by position, where those differ from the others
     * @param rest the forms of the other elements; empty if there are none
     */
    record Array(List<List<LuaReply>> first, List<LuaReply> rest) implements LuaReply {

        public Array {
            first = List.copyOf(first);
            rest = List.copyOf(rest);
        }
    }

    /** Anything. */
    record Any() implements LuaReply {}
}
