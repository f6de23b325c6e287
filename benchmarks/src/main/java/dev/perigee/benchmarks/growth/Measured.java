package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a program of this package measured in a JVM of its own, by names.
 *
 * @param values the values
 */
record Measured(Map<String, Double> values) {

    /** Prints values so that {@link #in} can read them. */
    static void print(Map<String, Double> values) {
        new TreeMap<>(values).forEach((name, value) -> System.out.println(name + "=" + value));
    }

    /**
     * Runs a program in another JVM, with this one's class path.
     *
     * @param options the JVM's options
     * @param program the class with the main method
     * @throws IllegalStateException if it fails
     */
    static Measured in(List<String> options, Class<?> program, List<String> arguments) throws IOException {
        return in(options, System.getProperty("java.class.path"), program, arguments);
    }

    /** The same with a class path. */
    static Measured in(List<String> options, String classPath, Class<?> program, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exitValue(process) != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
        return of(output);
    }

    private static int exitValue(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Measured of(String output) {
        Map<String, Double> values = new TreeMap<>();
        output.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> values.put(pair[0], Double.valueOf(pair[1])));
        return new Measured(values);
    }

    /** A value. */
    double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " was not measured, but " + values.keySet());
        }
        return value;
    }

    /** The median of a value over several runs. */
    static double median(List<Measured> runs, String name) {
        return median(runs.stream().mapToDouble(run -> run.get(name)).toArray());
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
