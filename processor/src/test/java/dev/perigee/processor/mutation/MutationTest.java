package dev.perigee.processor.mutation;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.perigee.processor.PerigeeProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many of the faults that developers make the processor finds, and that it finds none where there is none. */
class MutationTest {

    private static final Path ESCAPED = Path.of("target/mutation-escapes.txt");

    /** The number of mutants of one kind in one file. */
    private static final int MOST = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private record Count(int mutants, int caught) {

        private Count with(boolean found) {
            return new Count(mutants + 1, caught + (found ? 1 : 0));
        }

        private double share() {
            return mutants == 0 ? 1 : (double) caught / mutants;
        }
    }

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void findsNothingInWhatIsCorrect(Subject subject) {
        assertThat(findings(subject, "", "")).isEmpty();
    }

    @Test
    void findsTheFaults() throws IOException {
        Map<Fault, Count> counts = new EnumMap<>(Fault.class);
        List<String> escaped = new ArrayList<>();
        List<Subject> subjects = Subject.all().toList();
        for (Subject subject : subjects) {
            for (Mutant mutant : mutants(subject)) {
                boolean caught =
                        !findings(subject, mutant.file(), mutant.text()).isEmpty();
                counts.put(
                        mutant.fault(),
                        counts.getOrDefault(mutant.fault(), new Count(0, 0)).with(caught));
                if (!caught) {
                    escaped.add(subject.name() + " " + mutant);
                }
            }
        }
        Files.write(ESCAPED, escaped);
        Count all = counts.values().stream()
                .reduce(new Count(0, 0), (a, b) -> new Count(a.mutants() + b.mutants(), a.caught() + b.caught()));
        System.out.print(table(subjects, counts, all));

        assertThat(counts.keySet()).as("every kind applies somewhere").containsExactlyInAnyOrder(Fault.values());
        assertThat(all.share()).as("the share of all").isGreaterThanOrEqualTo(0.95);
        counts.forEach((fault, count) -> {
            if (fault.mustBeCaught()) {
                assertThat(count.caught()).as(fault + ", see " + ESCAPED).isEqualTo(count.mutants());
            }
        });
        assertThat(subjects.stream()
                        .mapToInt(subject -> subject.scripts().size())
                        .sum())
                .isGreaterThanOrEqualTo(40);
    }

    private static List<Mutant> mutants(Subject subject) {
        List<Mutant> mutants = new ArrayList<>(some(JavaFaults.of(subject)));
        subject.scripts().keySet().forEach(script -> mutants.addAll(some(LuaFaults.of(subject, script))));
        return mutants;
    }

    private static List<Mutant> some(List<Mutant> mutants) {
        Map<Fault, Integer> taken = new EnumMap<>(Fault.class);
        return mutants.stream()
                .filter(mutant -> taken.merge(mutant.fault(), 1, Integer::sum) <= MOST)
                .toList();
    }

    /** The errors and warnings for a subject in which one file has another text. */
    private List<String> findings(Subject subject, String file, String text) {
        Path scripts = folder.resolve(subject.name());
        subject.scripts().forEach((name, script) -> write(scripts.resolve(name), name.equals(file) ? text : script));
        String java = file.equals(subject.javaFile()) ? text : subject.java();
        Compilation compilation = javac().withProcessors(new PerigeeProcessor())
                .withOptions("-Xlint:-options", "-proc:only", "-Aperigee.scripts=" + folder)
                .compile(JavaFileObjects.forSourceString(
                        subject.name() + "." + subject.javaFile().replace(".java", ""), java));
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(List<Subject> subjects, Map<Fault, Count> counts, Count all) {
        StringBuilder table = new StringBuilder(String.format(
                "%d scripts of %d interfaces%n",
                subjects.stream().mapToInt(s -> s.scripts().size()).sum(), subjects.size()));
        counts.forEach((fault, count) -> table.append(String.format(
                Locale.ROOT,
                "%-28s %4d of %4d  %5.1f %%%n",
                fault,
                count.caught(),
                count.mutants(),
                100 * count.share())));
        return table.append(String.format(
                        Locale.ROOT,
                        "%-28s %4d of %4d  %5.1f %%%n",
                        "all",
                        all.caught(),
                        all.mutants(),
                        100 * all.share()))
                .toString();
    }
}
