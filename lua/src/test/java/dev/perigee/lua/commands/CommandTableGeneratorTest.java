package dev.perigee.lua.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class CommandTableGeneratorTest {

    @Test
    void theTableIsWhatTheServersSaid() throws IOException {
        if (Boolean.getBoolean("perigee.rewrite")) {
            CommandTableGenerator.write();
        }

        assertThat(CommandTableGenerator.TABLE).content().isEqualTo(CommandTableGenerator.generate());
        assertThat(Files.size(CommandTableGenerator.TABLE)).isLessThan(60_000);
    }
}
