package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A script and the method that calls it, as a pattern: {@code $noun} and {@code $number} are filled in, so that no two
 * scripts are the same.
 *
 * @param name what it does, as the name of a file
 * @param java the method, and the types it needs
 * @param lua the script
 */
record ScriptKind(String name, String java, String lua) {

    private static final List<String> NAMES = List.of(
            "buy",
            "limit",
            "lock",
            "count",
            "board",
            "reserve",
            "enqueue",
            "profile",
            "update",
            "stats",
            "transfer",
            "poll",
            "session",
            "score",
            "tags",
            "price",
            "unlock",
            "dedupe",
            "record",
            "vote");

    /** All kinds, from the resources. */
    static List<ScriptKind> all() {
        return NAMES.stream().map(ScriptKind::read).toList();
    }

    private static ScriptKind read(String name) {
        try (InputStream resource =
                Objects.requireNonNull(ScriptKind.class.getResourceAsStream("kinds/" + name + ".txt"), name)) {
            String[] parts = new String(resource.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^----\n", 2);
            return new ScriptKind(name, parts[0], parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The method for a noun, with its types. */
    String method(String noun) {
        return java.replace("$method", name + noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1))
                .replace("$noun", noun);
    }

    /** The file that the method is bound to by its name. */
    String file(String noun) {
        return name + "-" + noun + ".lua";
    }

    /** The text of the script for a noun. */
    String script(String noun, int number) {
        return lua.replace("$noun", noun).replace("$number", Integer.toString(number));
    }
}
