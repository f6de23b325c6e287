package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of {@code redis.call} or {@code redis.pcall}. A call in a function that is called from several places is several.
 *
 * @param name the command in upper case; null where it is not known
 * @param arguments what is passed, the command's name first; empty for a call without arguments
 * @param open whether more arguments follow that are not known: {@code unpack(t)}, {@code ...}
 * @param isProtected whether by {@code redis.pcall}
 * @param isCaught whether the script goes on after an error of it: by {@code redis.pcall}, or in what is called by {@code pcall}
 * @param isOneOfSeveral whether the call may be one of another command instead, which is a use of its own
 * @param resp3 whether {@code redis.setresp(3)} may be in force
 * @param span the call
 */
public record CommandUse(
        @Nullable String name,
        List<Argument> arguments,
        boolean open,
        boolean isProtected,
        boolean isCaught,
        boolean isOneOfSeveral,
        boolean resp3,
        Span span) {

    public CommandUse {
        arguments = List.copyOf(arguments);
    }

    /** Where the name stands; the call, if there is none. */
    public Span nameSpan() {
        return arguments.isEmpty() ? span : arguments.get(0).span();
    }
}
