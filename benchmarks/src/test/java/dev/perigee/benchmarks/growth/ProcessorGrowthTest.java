package dev.perigee.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The work of the processor grows with the number of interfaces and no faster. What it allocates stands for that, which
 * hardly depends on the machine or on what else that does.
 */
class ProcessorGrowthTest {

    /** Of an interface with five scripts; some 2.2 MB when this was written. */
    private static final long BYTES = 2_600_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @Test
    void growsWithTheNumberOfInterfacesAlone() throws IOException {
        // What is set up once in a JVM counts for neither.
        allocated(20);
        long few = allocated(20);
        long many = allocated(200);

        assertThat((double) many / few).isLessThan(10.5);
        assertThat(many / 200).isLessThan(BYTES);
    }

    private long allocated(int interfaces) throws IOException {
        Path project = folder.resolve("of-" + interfaces);
        GeneratedProject written = GeneratedProject.write(project, interfaces);
        return Compilation.run(written.sources(), project, new MeasuredProcessor())
                .allocated();
    }
}
