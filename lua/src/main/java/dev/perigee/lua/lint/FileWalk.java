package dev.perigee.lua.lint;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Searches a folder and all below it, behind symbolic links too; a link that leads back to where it stands is not followed. */
final class FileWalk extends SimpleFileVisitor<Path> {

    private final Predicate<Path> wanted;
    private final Consumer<String> problems;
    private final List<Path> found = new ArrayList<>();

    private FileWalk(Predicate<Path> wanted, Consumer<String> problems) {
        this.wanted = wanted;
        this.problems = problems;
    }

    /** The files that are wanted, to a depth, in the order of their paths; what could not be searched is told. */
    static List<Path> search(Path root, int depth, Predicate<Path> wanted, Consumer<String> problems) {
        FileWalk walk = new FileWalk(wanted, problems);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, walk);
        } catch (IOException e) {
            problems.accept(root + " cannot be searched: " + Reasons.of(e));
        }
        Collections.sort(walk.found);
        return walk.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (wanted.test(file)) {
            if (attributes.isRegularFile()) {
                found.add(file);
            } else if (attributes.isSymbolicLink()) {
                problems.accept(file + " is a link to nothing");
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        // What a loop leads to has been found already.
        if (!(e instanceof FileSystemLoopException)) {
            problems.accept(path + " cannot be searched: " + Reasons.of(e));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        if (e != null) {
            problems.accept(folder + " cannot be searched to its end: " + Reasons.of(e));
        }
        return FileVisitResult.CONTINUE;
    }
}
