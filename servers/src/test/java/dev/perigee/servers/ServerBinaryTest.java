package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerBinaryTest {

    @Test
    void takesTheProgramThatTheVariableNames(@TempDir Path directory) throws IOException {
        Path program = Files.createFile(directory.resolve("valkey-server"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        assertThat(ServerBinary.named(program.toString())).isEqualTo(program);
    }

    @Test
    void saysThatTheNamedProgramDoesNotExist(@TempDir Path directory) {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> ServerBinary.named(directory.resolve("none").toString()))
                .withMessageStartingWith("PERIGEE_SERVER is ")
                .withMessageEndingWith("but there is no such file");
    }

    @Test
    void saysThatTheNamedProgramIsNotExecutable(@TempDir Path directory) throws IOException {
        Path program = Files.createFile(directory.resolve("redis-server"));
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> ServerBinary.named(program.toString()))
                .withMessageEndingWith("but that file is not executable");
    }

    @Test
    void saysWhatToDoOnAPlatformWithoutABinary() {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> ServerBinary.extract(new Platform("Windows 11", "amd64")))
                .withMessage(
                        "no embedded Redis for Windows 11 on amd64: set PERIGEE_SERVER to the path of a redis-server"
                                + " or valkey-server");
    }

    @Test
    void extractsAnExecutableCopy() {
        Path program = ServerBinary.extract(new Platform("Linux", "amd64"));
        assertThat(program).hasFileName("redis-server-7.0.15-linux-amd64").isExecutable();
        assertThat(program.toFile()).hasSize(6_103_320);
    }
}
