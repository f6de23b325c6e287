package dev.perigee.docs;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.perigee.processor.PerigeeProcessor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * The files that fenced blocks hold, as a project: sources in memory, scripts in {@code src/main/resources} of a folder.
 */
final class Project {

    private static final String RESOURCES = "src/main/resources";

    private final Path folder;
    private final List<JavaFileObject> sources = new ArrayList<>();

    Project(Path folder) {
        this.folder = folder;
    }

    /** A project with the Java and Lua files among some blocks. */
    static Project of(Path folder, List<Fence> fences) {
        Project project = new Project(folder);
        fences.forEach(project::add);
        return project;
    }

    private void add(Fence fence) {
        if (fence.isFileOf("java")) {
            addSource(fence.file(), fence.text());
        } else if (fence.isFileOf("lua")) {
            boolean marked = fence.directive().equals("begins with a byte order mark");
            addScript(fence.file(), (marked ? "\ufeff" : "") + fence.text());
        }
    }

    Project addSource(String file, String text) {
        sources.add(JavaFileObjects.forSourceString(file.replace(".java", "").replace('/', '.'), text));
        return this;
    }

    private void addScript(String file, String text) {
        try {
            Path path = folder.resolve(RESOURCES).resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasSources() {
        return !sources.isEmpty();
    }

    Compilation compile(String... options) {
        return javac().withProcessors(new PerigeeProcessor())
                .withOptions(concat(options, "-Aperigee.scripts=" + folder.resolve(RESOURCES)))
                .compile(sources);
    }

    private static List<Object> concat(String[] options, String more) {
        List<Object> all = new ArrayList<>(List.of(options));
        all.add(more);
        return all;
    }

    /** What the compiler prints, with paths as in a project whose folder is the working directory. */
    String output(Compilation compilation) {
        String root = folder.toString().replace('\\', '/') + "/";
        return compilation.diagnostics().stream()
                .map(Diagnostic::toString)
                .collect(Collectors.joining("\n", "", "\n"))
                .replace(root, "")
                .replaceAll("(?m)^/(?=\\w+\\.java:)", "")
                .replace(File.separatorChar, '/');
    }
}
