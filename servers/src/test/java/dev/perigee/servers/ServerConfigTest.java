package dev.perigee.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.ServerConfig.Option;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerConfigTest {

    @Test
    void writesOptionsAfterTheDefaultsSoThatTheyWin() {
        List<String> lines =
                new ServerConfig(List.of(new Option("appendonly", List.of("yes")))).lines(7000, Path.of("/data"));
        assertThat(lines).contains("bind \"127.0.0.1\"", "port \"7000\"", "dir \"/data\"", "save \"\"");
        assertThat(lines).containsSubsequence("appendonly \"no\"", "appendonly \"yes\"");
    }

    @Test
    void quotesEachValue() {
        assertThat(new Option("save", List.of("900", "1")).line()).isEqualTo("save \"900\" \"1\"");
        assertThat(new Option("x", List.of("a \"b\" \\ \r\n")).line()).isEqualTo("x \"a \\\"b\\\" \\\\ \\r\\n\"");
    }

    @Test
    void knowsThePasswordThatTheServerWillAskFor() {
        Option first = new Option("requirepass", List.of("a"));
        assertThat(new ServerConfig(List.of()).password()).isEmpty();
        assertThat(new ServerConfig(List.of(first)).password()).contains("a");
        assertThat(new ServerConfig(List.of(first, new Option("requirepass", List.of("b")))).password())
                .contains("b");
        assertThat(new ServerConfig(List.of(first, new Option("requirepass", List.of("")))).password())
                .isEmpty();
    }
}
