package dev.perigee.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of {@code docs/performance-growth.md}, and the page they stand in, between two markers. */
final class GrowthPage {

    private static final String START = "<!-- growth: results -->\n";
    /** The start of what is not about the processor. */
    private static final String OTHERS = "\n### A client with ";

    private static final String END = "<!-- growth: end -->\n";
    private static final double MEGABYTE = 1e6;

    private GrowthPage() {}

    /**
     * Puts the results between the markers of a page.
     *
     * @param others what is not about the processor; empty to leave what the page has
     */
    static void write(Path page, String processor, String others) throws IOException {
        String text = Files.readString(page);
        int start = text.indexOf(START) + START.length();
        int end = text.indexOf(others.isEmpty() ? OTHERS : END);
        if (start < START.length() || end < start) {
            throw new IllegalStateException(page + " has no " + START + " and " + END);
        }
        Files.writeString(page, text.substring(0, start) + processor + others + text.substring(end));
    }

    static String environment() {
        return String.format(
                Locale.ROOT,
                "%nJDK %s, %s %s, %d processors.%n",
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    static String processor(List<ProcessorTimes> all) {
        StringBuilder table = new StringBuilder("""

                ### The processor, in a JVM that is warm

                | interfaces | javac alone | javac, invokers as sources | javac with the processor | the processor | an interface | of javac alone | of javac with invokers | allocated |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (ProcessorTimes times : all) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,.0f ms | %,.0f ms | %,.0f ms | %,.0f ms | %.2f ms | %.2f | %.2f | %,.0f MB |%n",
                    times.interfaces(),
                    times.javac() / 1e6,
                    times.javacGenerated() / 1e6,
                    times.together() / 1e6,
                    times.processor() / 1e6,
                    times.processor() / 1e6 / times.interfaces(),
                    times.processor() / times.javac(),
                    times.processor() / times.javacGenerated(),
                    times.allocated() / MEGABYTE));
        }
        return table.toString();
    }

    static String cold(Map<Integer, List<List<Measured>>> all) {
        StringBuilder table = new StringBuilder("""

                ### The processor, in the first compilation of a JVM

                | interfaces | javac alone | javac with the processor | the processor | of javac alone |
                |---|---|---|---|---|
                """);
        all.forEach((interfaces, ways) -> {
            double javac = Measured.median(ways.get(0), "cpu");
            double processor = Measured.median(ways.get(1), "processor");
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,.0f ms | %,.0f ms | %,.0f ms | %.2f |%n",
                    interfaces,
                    javac,
                    Measured.median(ways.get(1), "cpu"),
                    processor,
                    processor / javac));
        });
        return table.toString();
    }

    static String phases(Map<String, Double> shares) {
        StringBuilder table = new StringBuilder("""

                ### Where the processor's time goes

                | phase | share |
                |---|---|
                """);
        shares.forEach(
                (phase, share) -> table.append(String.format(Locale.ROOT, "| %s | %.0f %% |%n", phase, share * 100)));
        return table.toString();
    }

    static String client(List<Measured> runs) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """

                ### A client with %,.0f scripts

                | what | |
                |---|---|
                """, Measured.median(runs, "scripts")));
        table.append(time(runs, "classes", "loading the classes of interfaces and invokers"));
        table.append(time(runs, "create", "`create` for every interface, its classes being there"));
        table.append(time(runs, "stale", "comparing the scripts with their files"));
        table.append(time(runs, "load", "loading all scripts on the server, pipelined"));
        table.append(memory(runs, "heapBytes", "heap, after a garbage collection"));
        table.append(memory(runs, "classBytes", "metaspace and code cache"));
        table.append(memory(runs, "residentBytes", "the process' resident memory, without the heap"));
        return table.toString();
    }

    private static String time(List<Measured> runs, String name, String what) {
        return String.format(Locale.ROOT, "| %s | %,.0f ms |%n", what, Measured.median(runs, name));
    }

    private static String memory(List<Measured> runs, String name, String what) {
        return String.format(Locale.ROOT, "| %s | %,.1f MB |%n", what, Measured.median(runs, name) / MEGABYTE);
    }

    static String million(Map<String, Measured> forms) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, """

                ### `@Each` with %,d elements

                | form | heap | in use, half way | time |
                |---|---|---|---|
                """, MillionElements.ELEMENTS));
        forms.forEach((form, measured) -> table.append(String.format(
                Locale.ROOT,
                "| `%s` | %s | %,.1f MB | %.1f s |%n",
                form,
                form.equals(MillionElements.ALL_RESULTS) ? "128 MB" : "64 MB",
                measured.get("liveBytes") / MEGABYTE,
                measured.get("seconds"))));
        return table.toString();
    }
}
