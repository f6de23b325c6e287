package dev.perigee.processor.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Guesses the folder of a project's resources from that of its classes: {@code target/classes} and
 * {@code build/classes/java/main} belong to {@code src/main/resources}, {@code target/test-classes} and
 * {@code build/classes/java/test} to {@code src/test/resources}.
 */
final class SourceTree {

    private static final int LEVELS = 6;

    private SourceTree() {}

    /** The resource folders that exist, the source set's own first, then the main one's. */
    static List<Path> resourceFolders(Path classOutput) {
        String sourceSet = sourceSet(classOutput);
        return Stream.of(sourceSet, "main")
                .distinct()
                .map(set -> nearest(classOutput, set))
                .flatMap(Optional::stream)
                .toList();
    }

    static String sourceSet(Path classOutput) {
        int names = classOutput.getNameCount();
        String last = names == 0 ? "" : classOutput.getName(names - 1).toString();
        if (last.equals("test-classes")) {
            return "test";
        }
        boolean gradle = names > 2 && classOutput.getName(names - 3).toString().equals("classes");
        boolean buildship =
                names > 1 && classOutput.getName(names - 2).toString().equals("bin");
        return gradle || buildship ? last : "main";
    }

    private static Optional<Path> nearest(Path classOutput, String sourceSet) {
        Path folder = classOutput.toAbsolutePath().normalize();
        for (int level = 0; level <= LEVELS && folder != null; level++) {
            Path resources = folder.resolve("src").resolve(sourceSet).resolve("resources");
            if (Files.isDirectory(resources)) {
                return Optional.of(resources);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}
