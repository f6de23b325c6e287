package dev.perigee.processor.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts into which faults are put are correct: they do their work on a real server. */
class SubjectsIT {

    static Stream<Subject> subjects() {
        return Subject.all();
    }

    /** Each line of {@code calls.txt} is a call: the method, its keys, a bar, its arguments; or a command after {@code >}. */
    @ParameterizedTest
    @MethodSource("subjects")
    void everyScriptRuns(Subject subject) throws IOException {
        Set<String> called = new HashSet<>();
        try (RedisServer server = RedisServer.start()) {
            for (String line : Files.readAllLines(Subject.folder(subject.name()).resolve("calls.txt"))) {
                String[] sides = (line + " ").split("\\| ?", 2);
                List<String> words = words(sides[0]);
                if (words.get(0).equals(">")) {
                    server.command(words.subList(1, words.size()).toArray(String[]::new));
                    continue;
                }
                String file = words.get(0).replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + ".lua";
                called.add(file);
                List<String> command = new ArrayList<>(
                        List.of("EVAL", Objects.requireNonNull(subject.scripts().get(file)), "" + (words.size() - 1)));
                command.addAll(words.subList(1, words.size()));
                command.addAll(words(sides.length > 1 ? sides[1] : ""));
                // An error reply is an exception here.
                server.command(command.toArray(String[]::new));
            }
        }
        assertThat(called).isEqualTo(subject.scripts().keySet());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
