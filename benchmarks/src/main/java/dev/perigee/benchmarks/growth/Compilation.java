package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * One run of javac, in this JVM and on this thread.
 *
 * @param cpu the processor time of the thread, in nanoseconds
 * @param processor the part of it that the annotation processor took
 * @param allocated the bytes that the annotation processor allocated
 */
record Compilation(long cpu, long processor, long allocated) {

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Compiles files.
     *
     * @param project the folder of the project: classes go into {@code target/classes}, generated sources into {@code
     *     target/generated}, both of which are made anew
     * @param processor the annotation processor; null to compile without any
     */
    static Compilation run(List<Path> sources, Path project, @Nullable MeasuredProcessor processor) throws IOException {
        Path classes = emptied(project.resolve("target/classes"));
        Path generated = emptied(project.resolve("target/generated"));
        List<String> options = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "--release",
                "17",
                "-implicit:none",
                "-classpath",
                System.getProperty("java.class.path")));
        if (processor == null) {
            options.add("-proc:none");
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        long start = THREADS.getCurrentThreadCpuTime();
        try (StandardJavaFileManager files = JAVAC.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task =
                    JAVAC.getTask(null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(sources));
            if (processor != null) {
                task.setProcessors(List.of(processor));
            }
            task.call();
        }
        long cpu = THREADS.getCurrentThreadCpuTime() - start;
        requireNoFindings(diagnostics.getDiagnostics());
        return new Compilation(
                cpu, processor == null ? 0 : processor.cpu(), processor == null ? 0 : processor.allocated());
    }

    private static void requireNoFindings(List<? extends Diagnostic<?>> diagnostics) {
        if (!diagnostics.isEmpty()) {
            throw new IllegalStateException(diagnostics.size() + " findings, the first: "
                    + diagnostics.get(0).getMessage(Locale.ROOT) + " in "
                    + diagnostics.get(0).getSource());
        }
    }

    /** The sources that the processor wrote. */
    static List<Path> generated(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("target/generated"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Path emptied(Path folder) throws IOException {
        Folders.delete(folder);
        return Files.createDirectories(folder);
    }
}
