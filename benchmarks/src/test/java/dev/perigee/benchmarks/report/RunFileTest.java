package dev.perigee.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @Test
    void readsWhatItHasWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/jdk-17.tsv");
        RunFile.write(SampleRun.RUN, file);
        Run read = RunFile.read(file);
        assertThat(read.environment()).isEqualTo(SampleRun.RUN.environment());
        assertThat(read.results()).hasSameSizeAs(SampleRun.RUN.results());
        assertThat(read.results().get(0).rates()).containsExactly(100.0, 200.0, 50.0);
        assertThat(read.results().get(5).p50Micros()).isNaN();
        assertThat(new Tables(read).targets()).isEqualTo(new Tables(SampleRun.RUN).targets());
        RunFile.write(read, folder.resolve("again.tsv"));
        assertThat(folder.resolve("again.tsv")).hasSameTextualContentAs(file);
    }

    @Test
    void refusesLinesThatItDoesNotKnow(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.tsv"), "odd\tone\n");
        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("odd.tsv has a line that begins with odd");
    }
}
