package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The first compilation of a JVM, as a build on the command line has it: {@code ColdCompilation <folder of the project> true}
 * compiles with the processor, {@code false} without.
 */
public final class ColdCompilation {

    private ColdCompilation() {}

    /** Prints {@code name=value} lines; times in milliseconds. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<Path> sources;
        try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
            sources = files.filter(Files::isRegularFile).sorted().toList();
        }
        long start = System.nanoTime();
        Compilation compilation =
                Compilation.run(sources, folder, Boolean.parseBoolean(arguments[1]) ? new MeasuredProcessor() : null);
        Measured.print(Map.of(
                "wall", (System.nanoTime() - start) / 1e6,
                "cpu", compilation.cpu() / 1e6,
                "processor", compilation.processor() / 1e6));
    }
}
