package dev.perigee.lua.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users run it. */
class PerigeeLintIT {

    private static final Path JAR = Path.of("target/perigee-lint.jar");

    private record Result(int status, String output) {}

    private static int run(String input, String... arguments) throws IOException, InterruptedException {
        return run(input, ProcessBuilder.Redirect.PIPE, arguments).status();
    }

    private static Result run(String input, ProcessBuilder.Redirect output, String... arguments)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(java, "-jar", JAR.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("LC_ALL", "C");
        builder.redirectOutput(output);
        Process process = builder.redirectErrorStream(output.file() == null).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        InputStream answer = output.file() == null ? process.getInputStream() : process.getErrorStream();
        String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), text);
    }

    @Test
    void theStatusTellsWhatWasFound() throws IOException, InterruptedException {
        assertThat(run("return redis.call('GET', KEYS[1])", "-")).isZero();
        assertThat(run("return redis.call('GTE', KEYS[1])", "-")).isEqualTo(1);
        assertThat(run("", "no-such-file.lua")).isEqualTo(2);
        assertThat(run("", "--version")).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsSaid() throws IOException, InterruptedException {
        Result result = run("return 1", ProcessBuilder.Redirect.to(new File("/dev/full")), "-");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output())
                .isEqualTo("perigee-lint: the report cannot be written to the standard output:"
                        + " No space left on device\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsNoScript(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe.lua");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        Result result = run("", ProcessBuilder.Redirect.PIPE, pipe.toString());

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).contains(pipe + " is no regular file");
    }

    /** Java cannot pass on such an argument in a locale without the letter: the shell does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameThatTheLocaleCannotExpressIsSaid() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "LC_ALL=C exec \"$0\" -jar \"$1\" \"$(printf 'n\\303\\244me')\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        JAR.toString())
                .start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(errors.lines()).hasSize(1);
        assertThat(errors).startsWith("perigee-lint: ");
    }
}
