package dev.perigee.lua.syntax;

import java.util.List;

/**
 * What {@link LuaParser} found.
 *
 * @param chunk the script; where there are errors, without the statements that could not be read, and with
 *     {@code nil} in place of a condition that could not: nothing to draw conclusions from
 * @param errors all independent syntax errors, by position; empty exactly when Redis accepts the script
 */
public record ParseResult(Chunk chunk, List<SyntaxError> errors) {

    public ParseResult {
        errors = List.copyOf(errors);
    }

    /** Whether Redis would load the script. */
    public boolean isValid() {
        return errors.isEmpty();
    }
}
