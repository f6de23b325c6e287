package dev.perigee.benchmarks.report;

import dev.perigee.benchmarks.client.Mode;
import dev.perigee.benchmarks.client.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The page about performance: what people have written stays, and what is between two marks is written anew from the files of
 * runs, of which there is one for each JDK.
 */
public final class Page {

    static final String BEGIN = "<!-- results -->";
    static final String END = "<!-- end of results -->";

    private static final String FOLDER = "performance";
    private static final String SUFFIX = ".tsv";

    private final Path page;
    private final Path folder;

    /** The page in a folder of documentation. */
    public Page(Path docs) {
        page = docs.resolve("performance.md");
        folder = docs.resolve(FOLDER);
    }

    /** Where the run on a JDK is kept. */
    public Path file(int jdk) {
        return folder.resolve("jdk-" + jdk + SUFFIX);
    }

    /** Writes tables and plots of all runs that are kept. */
    public void update() throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no place for results: " + BEGIN + " and after it " + END);
        }
        StringBuilder results = new StringBuilder();
        for (Path file : files()) {
            results.append('\n').append(section(file));
        }
        Files.writeString(
                page, text.substring(0, begin + BEGIN.length()) + "\n" + results + "\n" + text.substring(end));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private String section(Path file) throws IOException {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        String title = name.toUpperCase(Locale.ROOT).replace('-', ' ');
        Run run = RunFile.read(file);
        Tables tables = new Tables(run);
        StringBuilder text = new StringBuilder("## " + title + "\n\n" + tables.environment());
        for (Map.Entry<String, BarChart> plot : new Plots(run).all().entrySet()) {
            String svg = name + "-" + plot.getKey() + ".svg";
            Files.writeString(folder.resolve(svg), plot.getValue().svg());
            text.append("\n![")
                    .append(plot.getValue().title())
                    .append("](")
                    .append(FOLDER + "/" + svg)
                    .append(")\n");
        }
        text.append("\n### ").append(title).append(": targets\n\n").append(tables.targets());
        text.append("\n### ").append(title).append(": codec\n\n").append(tables.codec());
        for (Topology topology : Topology.values()) {
            for (Mode mode : Mode.values()) {
                if (!run.scenarios(topology, mode).isEmpty()) {
                    text.append("\n### ").append(title + ": " + topology.label() + ", " + mode.label() + "\n\n");
                    text.append(tables.calls(topology, mode).stripTrailing()).append('\n');
                }
            }
        }
        return text.toString();
    }

    /** The targets of a run, for people at a terminal. */
    public static String targets(Run run) {
        return new Tables(run).targets();
    }

    /** The tables of a run, for people at a terminal. */
    public static String tables(Run run) {
        Tables tables = new Tables(run);
        StringBuilder text = new StringBuilder(tables.environment() + "\n" + tables.codec());
        for (Topology topology : Topology.values()) {
            for (Mode mode : Mode.values()) {
                if (!run.scenarios(topology, mode).isEmpty()) {
                    text.append("\n" + topology.label() + ", " + mode.label() + "\n\n");
                    text.append(tables.calls(topology, mode));
                }
            }
        }
        return text.toString();
    }
}
