package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;
import java.util.List;

/**
 * An end of the script's main chunk: a {@code return}, or the end of its text where that can be reached.
 *
 * @param values what is returned; empty for nil
 * @param open whether more values follow that are not known
 * @param isCut whether it is a call that gives several values, all of which matter: of {@code pcall}, or of a function of the
 *     script's that ends with {@code return a, b}
 * @param isImplicit whether there is no {@code return}
 * @param span the statement; the end of the text, if there is none
 */
public record Return(List<Argument> values, boolean open, boolean isCut, boolean isImplicit, Span span) {

    public Return {
        values = List.copyOf(values);
    }
}
