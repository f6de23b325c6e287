package dev.perigee.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about delivery: its interfaces compile with their scripts, without a finding. */
class DeliveryTest {

    private static final Markdown PAGE = Markdown.read(Path.of("delivery.md"));

    @Test
    void compiles(@TempDir Path folder) {
        Compilation compilation = Project.of(folder, PAGE.fences()).compile();

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSourceFiles()).hasSize(2);
    }
}
