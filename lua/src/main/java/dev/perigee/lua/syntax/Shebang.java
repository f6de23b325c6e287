package dev.perigee.lua.syntax;

import java.util.List;

/**
 * The first line of a script that starts with {@code #!}: Redis 7 reads the engine and flags from it.
 *
 * @param text the whole line, without its line break
 * @param flags the flags it gives, as written and in order, e.g. {@code no-writes}; only the known ones
 * @param span where it stands
 */
public record Shebang(String text, List<String> flags, Span span) {

    public Shebang {
        flags = List.copyOf(flags);
    }
}
