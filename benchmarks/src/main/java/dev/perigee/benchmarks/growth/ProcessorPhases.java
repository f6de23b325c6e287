package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Which parts of the processor take its time: samples of its stack, by the innermost frame that says what it is doing. */
final class ProcessorPhases {

    /** Prefixes of class names, the longest match of a frame counting, with what they do. */
    private static final Map<String, String> PHASES = Map.ofEntries(
            Map.entry("dev.perigee.lua.assembly", "scripts: reading and parsing"),
            Map.entry("dev.perigee.lua.syntax", "scripts: reading and parsing"),
            Map.entry("dev.perigee.processor.source", "scripts: reading and parsing"),
            Map.entry("dev.perigee.lua.analysis", "scripts: analysis"),
            Map.entry("dev.perigee.lua.value", "scripts: analysis"),
            Map.entry("dev.perigee.lua.facts", "scripts: analysis"),
            Map.entry("dev.perigee.lua.commands", "scripts: analysis"),
            Map.entry("dev.perigee.lua.check", "checks"),
            Map.entry("dev.perigee.lua.diagnostics", "checks"),
            Map.entry("dev.perigee.processor.check", "checks"),
            Map.entry("dev.perigee.processor.slots", "checks"),
            Map.entry("dev.perigee.processor.diagnostics", "checks"),
            Map.entry("dev.perigee.processor.declaration", "interfaces: declarations and types"),
            Map.entry("dev.perigee.processor.model", "interfaces: declarations and types"),
            Map.entry("dev.perigee.processor.template", "interfaces: declarations and types"),
            Map.entry("dev.perigee.processor.AnnotatedElements", "interfaces: declarations and types"),
            Map.entry("dev.perigee.processor.codegen.SourcePrinter", "invokers: printing"),
            Map.entry("dev.perigee.processor.codegen.Imports", "invokers: printing"),
            Map.entry("dev.perigee.processor.codegen.LineBreaks", "invokers: printing"),
            Map.entry("dev.perigee.processor.codegen", "invokers: putting code together"),
            Map.entry("dev.perigee.processor.javapoet", "invokers: JavaPoet's part"),
            Map.entry("com.palantir.javapoet", "invokers: JavaPoet's part"),
            Map.entry("com.sun.tools.javac.processing.JavacFiler", "invokers: javac's creating and writing of files"));

    private static final String OTHER = "the rest";

    private ProcessorPhases() {}

    /** The share of each phase, from compilations of a project. */
    static Map<String, Double> measure(GeneratedProject project, Path folder, int rounds) throws IOException {
        Path file = folder.resolve("phases.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            for (int round = 0; round < rounds; round++) {
                Compilation.run(project.sources(), folder, new MeasuredProcessor());
            }
            recording.stop();
            recording.dump(file);
        }
        Map<String, Double> shares = shares(file);
        Files.delete(file);
        return shares;
    }

    private static Map<String, Double> shares(Path file) throws IOException {
        Map<String, Double> shares = new LinkedHashMap<>();
        PHASES.values().stream().sorted().forEach(phase -> shares.put(phase, 0.0));
        shares.put(OTHER, 0.0);
        double all = 0;
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getStackTrace() != null
                        && isProcessor(event.getStackTrace().getFrames())) {
                    shares.merge(phase(event.getStackTrace().getFrames()), 1.0, Double::sum);
                    all++;
                }
            }
        }
        double total = all;
        shares.replaceAll((phase, samples) -> samples / total);
        return shares;
    }

    private static boolean isProcessor(List<RecordedFrame> frames) {
        return frames.stream().anyMatch(frame -> name(frame).startsWith("dev.perigee.processor."));
    }

    private static String phase(List<RecordedFrame> frames) {
        return frames.stream()
                .map(ProcessorPhases::phase)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(OTHER);
    }

    private static Optional<String> phase(RecordedFrame frame) {
        return PHASES.entrySet().stream()
                .filter(phase -> name(frame).startsWith(phase.getKey()))
                .max(Comparator.comparingInt(phase -> phase.getKey().length()))
                .map(Map.Entry::getValue);
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }
}
