package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A project of interfaces with five scripts each, of different kinds in different companies.
 *
 * @param sources the files with the interfaces
 * @param names the full names of the interfaces
 * @param resources the folder with the scripts
 */
record GeneratedProject(List<Path> sources, List<String> names, Path resources) {

    /** How many scripts an interface has. */
    static final int SCRIPTS = 5;

    private static final List<String> NOUNS = List.of(
            "order",
            "ticket",
            "invoice",
            "parcel",
            "coupon",
            "player",
            "message",
            "device",
            "account",
            "article",
            "booking",
            "comment",
            "payment",
            "journey",
            "machine",
            "recipe",
            "lesson",
            "contract",
            "photo",
            "rental",
            "member",
            "question",
            "vehicle",
            "match");

    /** Distances between the kinds in one interface; none shares a factor with the number of kinds, 20. */
    private static final List<Integer> STEPS = List.of(1, 3, 7, 9, 11, 13);

    private static final String HEAD = """
            package %s;

            import dev.perigee.Arg;
            import dev.perigee.Code;
            import dev.perigee.Key;
            import dev.perigee.ReadOnly;
            import dev.perigee.RedisScript;
            import dev.perigee.Reply;
            import java.time.Duration;
            import java.time.Instant;
            import java.time.temporal.ChronoUnit;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import java.util.OptionalLong;
            import java.util.Set;
            import java.util.UUID;

            /** What may be done with a %s. */
            @RedisScript("%s")
            public interface %s {

            %s}
            """;

    /** Writes a project into a folder. */
    static GeneratedProject write(Path folder, int interfaces) throws IOException {
        List<ScriptKind> kinds = ScriptKind.all();
        List<Path> sources = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Path resources = folder.resolve("src/main/resources");
        for (int i = 0; i < interfaces; i++) {
            String noun = NOUNS.get(i % NOUNS.size());
            String scripts = "scripts/" + noun + i;
            List<String> methods = new ArrayList<>();
            Files.createDirectories(resources.resolve(scripts));
            for (int j = 0; j < SCRIPTS; j++) {
                ScriptKind kind = kinds.get((i + j * STEPS.get(i % STEPS.size())) % kinds.size());
                methods.add(kind.method(noun));
                Files.writeString(resources.resolve(scripts).resolve(kind.file(noun)), kind.script(noun, i + 3));
            }
            String packageName = "growth.part" + i / 10;
            String name = noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1) + i;
            Path source = folder.resolve("src/main/java")
                    .resolve(packageName.replace('.', '/'))
                    .resolve(name + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, HEAD.formatted(packageName, noun, scripts, name, String.join("\n", methods)));
            sources.add(source);
            names.add(packageName + "." + name);
        }
        return new GeneratedProject(sources, names, resources);
    }
}
