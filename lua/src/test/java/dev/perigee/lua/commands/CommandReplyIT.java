package dev.perigee.lua.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.commands.LiveCommands.LiveReply;
import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What Lua gets of a command is one of the forms that the table of commands has for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class CommandReplyIT {
    private static final long SEED = 20261127;
    private static final int LINES_PER_COMMAND = 20;

    private RedisServer server;
    private Target target;
    private LiveCommands live;

    @BeforeAll
    void start() {
        server = RedisServer.start();
        target = LiveCommands.target(server);
        live = new LiveCommands(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void handWrittenCallsReplyAsTheTableSays() {
        List<String> differences = new ArrayList<>();
        Set<LuaReply> seen = new HashSet<>();
        int calls = 0;
        int open = 0;
        for (String text : cases()) {
            List<List<String>> lines = Arrays.stream(text.split("; ", -1))
                    .map(line -> List.of(line.split(" ", -1)))
                    .toList();
            List<String> last = lines.get(lines.size() - 1);
            Command command = CommandTable.find(last.get(0)).orElseThrow().of(line(last));
            if (!command.isOn(target) || command.isBarredFromScripts(target)) {
                continue;
            }
            LiveReply reply = live.last(lines);
            List<LuaReply> forms = command.replies(line(last));
            calls++;
            open += forms.contains(new LuaReply.Any()) ? 1 : 0;
            forms.stream().filter(reply::is).forEach(seen::add);
            if (forms.stream().noneMatch(reply::is)) {
                differences.add(text + ": " + forms + ", and Lua gets " + reply);
            }
        }
        System.out.printf(
                "replies of %s: %d calls, of %d the table knows nothing, %d different forms seen, %d differences%n",
                target.id(), calls, open, seen.size(), differences.size());
        assertThat(differences).isEmpty();
        assertThat(calls).isGreaterThan(200);
    }

    @Test
    void generatedCallsReplyAsTheTableSays() {
        CommandLines lines = new CommandLines(target, SEED);
        List<List<String>> calls = new ArrayList<>();
        for (Command command : lines.harmless()) {
            for (int i = 0; i < LINES_PER_COMMAND; i++) {
                calls.add(lines.wellFormed(command));
            }
        }
        List<List<LiveReply>> replies = live.run(calls);
        Set<String> differences = new HashSet<>();
        Set<String> stated = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        int compared = 0;
        for (int i = 0; i < calls.size(); i++) {
            List<String> call = calls.get(i);
            List<LuaReply> forms = CommandTable.find(call.get(0)).orElseThrow().replies(line(call));
            forms.forEach(form -> stated.add(call.get(0) + " " + form));
            for (LiveReply reply : replies.get(i)) {
                compared += reply.error().isPresent() ? 0 : 1;
                forms.stream().filter(reply::is).forEach(form -> seen.add(call.get(0) + " " + form));
                if (reply.error().isEmpty() && forms.stream().noneMatch(reply::is)) {
                    differences.add(String.join(" ", call) + ": " + forms + ", and Lua gets " + reply);
                }
            }
        }
        stated.removeAll(seen);
        System.out.printf(
                "replies of %s: %d generated calls, %d replies compared, %d forms never seen, %d differences%n",
                target.id(), calls.size(), compared, stated.size(), differences.size());
        assertThat(differences).isEmpty();
    }

    private static CommandLine line(List<String> words) {
        return CommandLine.of(words.toArray(String[]::new));
    }

    private static List<String> cases() {
        try (InputStream in =
                Objects.requireNonNull(CommandReplyIT.class.getResourceAsStream("/commands/live-replies.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
