package dev.perigee.lua.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds the files that the user names: files as they are, scripts in folders, and what globs match. */
final class Inputs {

    private static final String WILDCARDS = "*?[{";

    private final List<String> problems = new ArrayList<>();

    /** The files, each once; what cannot be found is among the {@link #problems}. */
    Set<Path> find(List<String> names) {
        Set<Path> files = new LinkedHashSet<>();
        for (String name : names) {
            try {
                List<Path> found = find(name);
                if (found.isEmpty()) {
                    problems.add(problem(name));
                }
                files.addAll(found);
            } catch (UncheckedIOException | PatternSyntaxException e) {
                problems.add(name + " cannot be searched: " + e.getMessage());
            }
        }
        return files;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private static String problem(String name) {
        if (isGlob(name)) {
            return name + " matches no file";
        }
        return Files.isDirectory(Path.of(name))
                ? name + " has no .lua files in it"
                : "there is no file or folder " + name;
    }

    private static boolean isGlob(String name) {
        return name.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
    }

    private List<Path> find(String name) {
        try {
            if (!isGlob(name) || Files.exists(Path.of(name))) {
                Path path = Path.of(name);
                return Files.isDirectory(path) ? scripts(path) : Files.exists(path) ? List.of(path) : List.of();
            }
        } catch (InvalidPathException e) {
            // A glob that is no path on this system.
        }
        return matching(name.replace('\\', '/'));
    }

    private static List<Path> scripts(Path folder) {
        return walk(folder, path -> path.toString().endsWith(".lua"));
    }

    private static List<Path> matching(String glob) {
        int wildcard = 0;
        while (wildcard < glob.length() && WILDCARDS.indexOf(glob.charAt(wildcard)) < 0) {
            wildcard++;
        }
        int slash = glob.lastIndexOf('/', wildcard);
        Path root = Path.of(slash < 0 ? "" : slash == 0 ? "/" : glob.substring(0, slash));
        if (!Files.isDirectory(root.toString().isEmpty() ? Path.of(".") : root)) {
            return List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        // A double star stands for no folder as well.
        PathMatcher shorter = FileSystems.getDefault().getPathMatcher("glob:" + glob.replace("**/", ""));
        return walk(root, path -> matcher.matches(path) || shorter.matches(path));
    }

    private static List<Path> walk(Path root, java.util.function.Predicate<Path> wanted) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
