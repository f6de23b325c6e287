package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts in which nothing may be found do run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class CorrectScriptsIT {

    /** A comment: keys, a bar, arguments. */
    private static final Pattern RUN = Pattern.compile("(?m)^-- run: ([^|]*)\\|(.*)$");

    private RedisServer server;

    @BeforeAll
    void start() {
        server = RedisServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Path> scripts() {
        return CorrectScripts.all();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void runsTwice(Path script) throws IOException {
        String text = Files.readString(script);
        Matcher run = RUN.matcher(text);
        assertThat(run.find()).as("a line that says how to run it").isTrue();
        List<String> keys = words(run.group(1));
        List<String> command = new ArrayList<>(List.of("EVAL", text, Integer.toString(keys.size())));
        command.addAll(keys);
        command.addAll(words(run.group(2)));
        server.command("FLUSHALL");
        for (int i = 0; i < 2; i++) {
            // Errors that the script means have a code of its own; all others would be thrown.
            try {
                server.command(command.toArray(String[]::new));
            } catch (RuntimeException e) {
                assertThat(e.getMessage()).containsPattern("MISSING|WRONGKIND|OVERDRAWN");
            }
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
