package dev.perigee.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A folder with Java sources, their scripts in {@code resources}, and what is expected of compiling them.
 *
 * @param folder the folder
 */
record Fixture(Path folder) {

    private static final Path ROOT = Path.of("src/test/resources/fixtures");

    /** Expected files are written instead of compared with {@code -Dperigee.fixtures.rewrite=true}. */
    static final boolean REWRITE = Boolean.getBoolean("perigee.fixtures.rewrite");

    static Stream<Fixture> all(String kind) {
        try (Stream<Path> folders = Files.list(ROOT.resolve(kind))) {
            return folders.filter(Files::isDirectory).sorted().map(Fixture::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** The rule it is about: its name up to the first dash. */
    String code() {
        return name().contains("-") ? name().substring(0, name().indexOf('-')) : name();
    }

    List<JavaFileObject> sources() {
        return sourceFiles().stream().<JavaFileObject>map(Source::new).toList();
    }

    List<Path> sourceFiles() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its scripts are, as an option for the processor. */
    String option() {
        return "-A" + PerigeeProcessor.SCRIPTS + "=" + folder.resolve("resources");
    }

    /** The option, and those that the fixture asks for in {@code options.txt}. */
    List<String> options() {
        return Stream.concat(Stream.of(option()), expected("options.txt").lines())
                .toList();
    }

    /** Diagnostics as the compiler's users see them, in the order of their places. */
    String describe(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
        return diagnostics.stream().map(this::describe).sorted().collect(Collectors.joining("\n"));
    }

    private String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file = source == null
                ? ""
                : Path.of(source.toUri().getPath()).getFileName() + ":" + diagnostic.getLineNumber() + ":"
                        + diagnostic.getColumnNumber() + ": ";
        String kind = switch (diagnostic.getKind()) {
            case ERROR -> "error";
            case NOTE -> "note";
            default -> "warning";
        };
        String resources = folder.resolve("resources").toString().replace('\\', '/');
        return file + kind + ": "
                + diagnostic
                        .getMessage(Locale.ROOT)
                        .replace(resources + "/", "")
                        .replace(resources, "resources") + "\n";
    }

    String expected(String file) {
        Path path = folder.resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void rewrite(String file, String content) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(Path file) {
            super(URI.create("string:///shop/" + file.getFileName()), Kind.SOURCE);
            try {
                this.text = Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
