package dev.perigee.lua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The jar as users run it. */
class PerigeeLintIT {

    private static final Path JAR = Path.of("target/perigee-lint.jar");

    private static int run(String input, String... arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", JAR.toString());
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        process.getInputStream().readAllBytes();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theStatusTellsWhatWasFound() throws IOException, InterruptedException {
        assertThat(run("return redis.call('GET', KEYS[1])", "-")).isZero();
        assertThat(run("return redis.call('GTE', KEYS[1])", "-")).isEqualTo(1);
        assertThat(run("", "no-such-file.lua")).isEqualTo(2);
        assertThat(run("", "--version")).isZero();
    }
}
