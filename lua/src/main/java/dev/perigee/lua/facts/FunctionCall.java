package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import java.util.List;

/**
 * A call of a function of the server's, other than {@code redis.call} and {@code redis.pcall}.
 *
 * @param function with its library: {@code string.format}, {@code error}
 * @param arguments what is passed; the receiver first in {@code s:format(…)}
 * @param open whether more arguments follow that are not known
 * @param span the call
 */
public record FunctionCall(String function, List<Argument> arguments, boolean open, Span span) {

    public FunctionCall {
        arguments = List.copyOf(arguments);
    }
}
