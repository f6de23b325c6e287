package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The processor time that one size of project takes, in nanoseconds: medians of rounds in which the three ways to compile it
 * take turns.
 *
 * @param interfaces how many interfaces the project has
 * @param javac javac on the interfaces alone
 * @param javacGenerated javac on the interfaces and their invokers, as sources
 * @param together javac with the processor, on the interfaces
 * @param processor the part of that within the processor
 * @param allocated the bytes that the processor allocated
 */
record ProcessorTimes(
        int interfaces, double javac, double javacGenerated, double together, double processor, double allocated) {

    /**
     * Measures.
     *
     * @param warmUp how many rounds do not count
     */
    static ProcessorTimes measure(Path folder, int interfaces, int warmUp, int rounds) throws IOException {
        GeneratedProject project = GeneratedProject.write(folder, interfaces);
        Compilation.run(project.sources(), folder, new MeasuredProcessor());
        List<Path> all = keep(folder, project);
        double[][] times = new double[5][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            Compilation javac = Compilation.run(project.sources(), folder, null);
            Compilation generated = Compilation.run(all, folder, null);
            Compilation together = Compilation.run(project.sources(), folder, new MeasuredProcessor());
            if (round >= 0) {
                times[0][round] = javac.cpu();
                times[1][round] = generated.cpu();
                times[2][round] = together.cpu();
                times[3][round] = together.processor();
                times[4][round] = together.allocated();
            }
        }
        return new ProcessorTimes(
                interfaces,
                Measured.median(times[0]),
                Measured.median(times[1]),
                Measured.median(times[2]),
                Measured.median(times[3]),
                Measured.median(times[4]));
    }

    /** The interfaces, and a copy of their invokers that the next compilation does not delete. */
    private static List<Path> keep(Path folder, GeneratedProject project) throws IOException {
        List<Path> all = new ArrayList<>(project.sources());
        Path generated = folder.resolve("target/generated");
        for (Path file : Compilation.generated(folder)) {
            Path copy = folder.resolve("target/invokers")
                    .resolve(generated.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            all.add(copy);
        }
        return all;
    }
}
