package dev.perigee.lua.commands;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of a command, as far as its text tells.
 *
 * @param words its name and arguments; null for one whose text is not known
 * @param open whether more words follow that are not known
 */
public record CommandLine(List<@Nullable String> words, boolean open) {

    public CommandLine {
        words = Collections.unmodifiableList(words);
    }

    /** A call with nothing after these words. */
    public static CommandLine of(@Nullable String... words) {
        return new CommandLine(Arrays.asList(words), false);
    }
}
