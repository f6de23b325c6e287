package dev.perigee.processor.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An interface with its scripts, all correct.
 *
 * @param name its folder
 * @param javaFile the interface's file
 * @param java the interface
 * @param scripts the scripts by file name
 */
record Subject(String name, String javaFile, String java, Map<String, String> scripts) {

    /** The folder of a subject. */
    static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Subject.class.getResource("/mutation/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Subject> all() {
        try (Stream<Path> folders = Files.list(folder(""))) {
            return folders.filter(Files::isDirectory).sorted().map(Subject::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Subject read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> scripts = new TreeMap<>();
            String javaFile = "";
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".lua")) {
                    scripts.put(name, Files.readString(file));
                } else if (name.endsWith(".java")) {
                    javaFile = name;
                }
            }
            return new Subject(
                    folder.getFileName().toString(), javaFile, Files.readString(folder.resolve(javaFile)), scripts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The declaration of the method that a script is bound to by its name: its annotations, type and parameters. */
    String method(String script) {
        StringBuilder camel = new StringBuilder();
        for (String word : script.replace(".lua", "").split("-", -1)) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        Matcher method = Pattern.compile(
                        "((?:\\s*@[^;{}]*?(?:\\{[^}]*\\}[^;{}]*?)*)?\\s+[\\w<>\\[\\], .]+\\s" + camel + "\\([^;]*;)")
                .matcher(java);
        return method.find() ? method.group(1) : "";
    }

    @Override
    public String toString() {
        return name;
    }
}
