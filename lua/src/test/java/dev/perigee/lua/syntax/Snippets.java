package dev.perigee.lua.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The hand-written snippets of {@code src/test/resources/differential}. */
final class Snippets {
    private static final List<String> LISTS = List.of(
            "numbers",
            "strings",
            "comments",
            "expressions",
            "statements",
            "blocks",
            "functions",
            "tables",
            "tokens",
            "shebang",
            "foreign");
    private static final List<String> SCRIPTS = List.of("stock", "window", "queue");
    private static final int PICTURES = 0x2400;

    private Snippets() {}

    static List<String> all() {
        List<String> snippets = new ArrayList<>();
        for (String list : LISTS) {
            read("/differential/" + list + ".txt")
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(Snippets::withControlCharacters)
                    .forEach(snippets::add);
        }
        snippets.addAll(scripts());
        return snippets;
    }

    static List<String> scripts() {
        return SCRIPTS.stream()
                .map(script -> read("/differential/scripts/" + script + ".lua"))
                .toList();
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Snippets.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withControlCharacters(String line) {
        StringBuilder snippet = new StringBuilder();
        line.chars().forEach(c -> snippet.append((char) (c >= PICTURES && c < PICTURES + ' ' ? c - PICTURES : c)));
        return snippet.toString();
    }
}
