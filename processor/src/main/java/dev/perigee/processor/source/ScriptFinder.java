package dev.perigee.processor.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * Searches scripts, in this order: the folders that the option {@code perigee.scripts} names; the resource folders of the
 * source tree that the class output belongs to, or, if the compiler does not tell that, the working directory; the class
 * output; the source path; the class path.
 *
 * <p>The source tree comes before the class output since that may hold a copy from before the last change.
 */
public final class ScriptFinder {

    private static final List<StandardLocation> LOCATIONS =
            List.of(StandardLocation.CLASS_OUTPUT, StandardLocation.SOURCE_PATH, StandardLocation.CLASS_PATH);

    private final Filer filer;
    private final List<Path> folders;
    private final Path workingDirectory;

    private ScriptFinder(Filer filer, List<Path> folders, Path workingDirectory) {
        this.filer = filer;
        this.folders = folders;
        this.workingDirectory = workingDirectory;
    }

    /** A finder for this compilation, with the folders that an option named first. */
    public static ScriptFinder of(Filer filer, List<Path> optionFolders) {
        Path workingDirectory = Path.of("").toAbsolutePath();
        Set<Path> folders = new LinkedHashSet<>();
        optionFolders.forEach(folder -> folders.add(workingDirectory.resolve(folder)));
        folders.addAll(SourceTree.resourceFolders(classOutput(filer, workingDirectory)));
        return new ScriptFinder(filer, List.copyOf(folders), workingDirectory);
    }

    /** Searches one script. */
    public ScriptFile find(String path) {
        List<String> tried = new ArrayList<>();
        for (Path folder : folders) {
            Path file = folder.resolve(path);
            if (Files.isRegularFile(file)) {
                try {
                    return new ScriptFile.Found(display(file), Files.readAllBytes(file));
                } catch (IOException e) {
                    tried.add(display(file) + ", which cannot be read: " + e.getMessage());
                    continue;
                }
            }
            tried.add(display(folder));
        }
        for (StandardLocation location : LOCATIONS) {
            try {
                FileObject file = filer.getResource(location, "", path);
                try (InputStream in = file.openInputStream()) {
                    return new ScriptFile.Found(display(file.toUri(), path), in.readAllBytes());
                }
            } catch (IOException | IllegalArgumentException e) {
                // Not there, or this compiler has no such location: both mean that the search goes on.
                tried.add(describe(location));
            }
        }
        return new ScriptFile.Missing(tried);
    }

    /** The names of the scripts in a folder, sorted, as far as the folder is on the file system. */
    public Set<String> list(String folder) {
        Set<String> names = new TreeSet<>();
        for (Path root : folders) {
            Path directory = root.resolve(folder);
            if (!Files.isDirectory(directory)) {
                continue;
            }
            Set<String> inFolder = new TreeSet<>();
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".lua"))
                        .forEach(inFolder::add);
                names.addAll(inFolder);
            } catch (IOException e) {
                // Nothing is known about a folder that cannot be listed.
                names.clear();
            }
        }
        return names;
    }

    private static Path classOutput(Filer filer, Path otherwise) {
        try {
            URI uri = filer.getResource(StandardLocation.CLASS_OUTPUT, "", "perigee")
                    .toUri();
            return "file".equals(uri.getScheme()) ? Path.of(uri).resolveSibling("") : otherwise;
        } catch (IOException | IllegalArgumentException e) {
            return otherwise;
        }
    }

    private String display(URI uri, String path) {
        return "file".equals(uri.getScheme()) ? display(Path.of(uri)) : path;
    }

    private String display(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(workingDirectory) ? workingDirectory.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }

    private static String describe(JavaFileManager.Location location) {
        return "the " + location.getName().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
