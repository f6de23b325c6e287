package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts in which nothing may be found do run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class CorrectScriptsIT {

    /** Comments: a command that comes first, or a call with its keys and arguments, and the reply it gives. */
    private static final Pattern LINE = Pattern.compile("(?m)^-- (given|run):(.*?)(?: => (.*))?$");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

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
    void doesWhatItSays(Path script) throws IOException {
        String text = Files.readString(script);
        server.command("FLUSHALL");
        boolean ran = false;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            List<String> words = words(line.group(2));
            if (line.group(1).equals("given")) {
                server.command(words.toArray(String[]::new));
                continue;
            }
            String reply = reply(text, words);
            ran = true;
            if (line.group(3) != null) {
                assertThat(reply).as(line.group()).matches(expected(line.group(3)));
            }
        }
        assertThat(ran).as("a line that says how to run it").isTrue();
    }

    private String reply(String text, List<String> words) {
        int arguments = words.contains("ARGV") ? words.indexOf("ARGV") : words.size();
        List<String> keys = words.contains("KEYS") ? words.subList(1, arguments) : List.of();
        List<String> command = new ArrayList<>(List.of("EVAL", text, Integer.toString(keys.size())));
        command.addAll(keys);
        command.addAll(words.subList(Math.min(arguments + 1, words.size()), words.size()));
        try {
            return describe(server.command(command.toArray(String[]::new)));
        } catch (ServerErrorException e) {
            return describe(e);
        }
    }

    private static String describe(@Nullable Object reply) {
        if (reply == null) {
            return "nil";
        } else if (reply instanceof List<?> list) {
            return list.stream().map(CorrectScriptsIT::describe).collect(Collectors.joining(", ", "[", "]"));
        } else if (reply instanceof ServerErrorException error) {
            return "-" + String.valueOf(error.getMessage()).split(" ", 2)[0];
        }
        return reply instanceof Long ? reply.toString() : "\"" + reply + "\"";
    }

    /** The server's client does not tell a status from a string; a star stands for anything. */
    private static Pattern expected(String reply) {
        String text = reply.strip().replaceAll("\\+([A-Z][\\w-]*)", "\"$1\"");
        return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }
}
