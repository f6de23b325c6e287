package dev.perigee.lua.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole script.
 *
 * @param shebang the line that starts with {@code #!}, if there is one
 * @param block the statements; {@code ...} is legal in it, as in a vararg function
 * @param comments all comments, in order
 * @param locals which variable each name means
 * @param span the whole text
 */
public record Chunk(@Nullable Shebang shebang, Block block, List<Comment> comments, Locals locals, Span span)
        implements Node {

    public Chunk {
        comments = List.copyOf(comments);
    }
}
