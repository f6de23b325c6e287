package dev.perigee.lua.lint;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/** Finds the files that the user names: files as they are, scripts in folders, and what globs match. */
final class Inputs {

    private static final String WILDCARDS = "*?[{";

    private final List<String> problems = new ArrayList<>();

    /** The files, each once, under the first of its names; what cannot be found is among the {@link #problems}. */
    Collection<Path> find(List<String> names) {
        Map<Path, Path> files = new LinkedHashMap<>();
        for (String name : names) {
            int before = problems.size();
            try {
                List<Path> found = find(name);
                if (found.isEmpty() && problems.size() == before) {
                    problems.add(problem(name));
                }
                found.forEach(file -> files.putIfAbsent(real(file), file));
            } catch (PatternSyntaxException e) {
                problems.add(name + " is no glob: "
                        + e.getDescription().replace("'", "").toLowerCase(Locale.ROOT));
            } catch (InvalidPathException e) {
                problems.add(name + " cannot be the name of a file here" + help(name));
            }
        }
        return files.values();
    }

    /** Java reads the names of files as the locale says, and loses what that cannot express. */
    private static String help(String name) {
        boolean ascii = name.chars().allMatch(c -> c < 0x80);
        return ascii ? "" : ": names outside ASCII need a UTF-8 locale, such as LC_ALL=C.UTF-8";
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath();
        }
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    private static String problem(String name) {
        if (name.isEmpty()) {
            return "an empty name is no file; the folder in which the command runs is .";
        } else if (isGlob(name)) {
            return name + " matches no file";
        }
        Path path = Path.of(name);
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            return name + " is a link to nothing";
        } else if (!Files.exists(path) && !Files.notExists(path)) {
            return name + " cannot be read: permission denied";
        }
        return Files.isDirectory(path) ? name + " has no .lua files in it" : "there is no file or folder " + name;
    }

    private static boolean isGlob(String name) {
        return name.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
    }

    private List<Path> find(String name) {
        if (name.isEmpty()) {
            return List.of();
        }
        try {
            if (!isGlob(name) || Files.exists(Path.of(name))) {
                Path path = Path.of(name);
                return Files.isDirectory(path) ? scripts(path) : file(path);
            }
        } catch (InvalidPathException e) {
            if (!isGlob(name)) {
                throw e;
            }
            // A glob that is no path on this system.
        }
        return matching(name.replace('\\', '/'));
    }

    private List<Path> file(Path path) {
        if (!Files.exists(path)) {
            return List.of();
        } else if (!Files.isRegularFile(path)) {
            // Whoever reads a pipe that nobody writes to waits for ever.
            problems.add(path + " is no regular file; what comes through a pipe is checked as -");
            return List.of();
        }
        return List.of(path);
    }

    private List<Path> scripts(Path folder) {
        return FileWalk.search(
                folder, Integer.MAX_VALUE, path -> path.toString().endsWith(".lua"), problems::add);
    }

    private List<Path> matching(String glob) {
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
        String below = glob.substring(slash + 1);
        int depth = below.contains("**")
                ? Integer.MAX_VALUE
                : 1 + (int) below.chars().filter(c -> c == '/').count();
        return FileWalk.search(root, depth, path -> matcher.matches(path) || shorter.matches(path), problems::add);
    }
}
