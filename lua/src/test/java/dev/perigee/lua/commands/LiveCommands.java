package dev.perigee.lua.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perigee.servers.RedisServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** Commands that a real server runs within a script. */
public final class LiveCommands {
    private static final int BATCH = 250;

    private static final Pattern VERSION = Pattern.compile("(redis|valkey)_version:(\\d+)\\.(\\d+)");

    /** What all keys hold when a line is run: nothing, then a value of each type. */
    private static final List<List<List<String>>> STATES = List.of(
            List.of(),
            List.of(List.of("SET", "10")),
            List.of(List.of("RPUSH", "10", "20", "30")),
            List.of(List.of("HSET", "f", "10", "g", "20")),
            List.of(List.of("SADD", "10", "20", "30")),
            List.of(List.of("ZADD", "1", "a", "2", "b", "3", "10")),
            List.of(
                    List.of("XADD", "1-1", "f", "v"),
                    List.of("XADD", "1-2", "f", "v"),
                    List.of("XGROUP", "CREATE", "g", "0")),
            List.of(List.of("SET", "10"), List.of("PEXPIRE", "100000000")));

    private final RedisServer server;
    private final String script;
    private final ObjectMapper json = new ObjectMapper();

    public LiveCommands(RedisServer server) {
        this.server = server;
        try (InputStream in = Objects.requireNonNull(LiveCommands.class.getResourceAsStream("/commands/live.lua"))) {
            script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The line of servers that a server is of. The tests are not for one that is of none. */
    public static Target target(RedisServer server) {
        String info = String.valueOf(server.command("INFO", "server"));
        Matcher version = VERSION.matcher(info);
        String line = "";
        while (version.find()) {
            // Valkey tells a version of Redis, too.
            if (!line.startsWith("valkey")) {
                line = version.group(1) + "-" + version.group(2) + "." + version.group(3);
            }
        }
        Optional<Target> target = Target.of(line);
        assumeTrue(target.isPresent(), "there is no target " + line + ", so nothing is known to compare with");
        return target.orElseThrow();
    }

    /** The replies to lines, each run once in every state of the keys. */
    public List<List<LiveReply>> run(List<List<String>> lines) {
        List<List<LiveReply>> replies = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += BATCH) {
            List<List<String>> batch = lines.subList(from, Math.min(from + BATCH, lines.size()));
            Object reply = server.command(
                    "EVAL", script, "0", json.writeValueAsString(batch), json.writeValueAsString(STATES));
            assertThat(reply).isInstanceOf(List.class);
            for (Object line : (List<?>) Objects.requireNonNull(reply)) {
                replies.add(((List<?>) line).stream().map(LiveReply::read).toList());
            }
        }
        return replies;
    }

    /** The reply to the last of some lines that follow each other, in a database that is empty before. */
    LiveReply last(List<List<String>> lines) {
        server.command("FLUSHALL");
        for (List<String> line : lines.subList(0, lines.size() - 1)) {
            server.command(line.toArray(String[]::new));
        }
        String one = json.writeValueAsString(lines.subList(lines.size() - 1, lines.size()));
        Object reply = server.command("EVAL", script.replace("redis.call('FLUSHDB')", ""), "0", one, "[[]]");
        return LiveReply.read(((List<?>) ((List<?>) Objects.requireNonNull(reply)).get(0)).get(0));
    }

    /**
     * What Lua gets of a reply.
     *
     * @param kind {@code whole, bulk, false, status, array, error}, or another type of Lua's
     * @param text the text of a string, a status or an error
     * @param elements the elements of an array
     */
    public record LiveReply(String kind, String text, List<LiveReply> elements) {

        private static LiveReply read(@Nullable Object reply) {
            List<?> parts = (List<?>) Objects.requireNonNull(reply);
            String kind = String.valueOf(parts.get(0));
            if (kind.equals("array")) {
                return new LiveReply(
                        kind, "", parts.stream().skip(1).map(LiveReply::read).toList());
            }
            return new LiveReply(kind, parts.size() > 1 ? String.valueOf(parts.get(1)) : "", List.of());
        }

        /** The error's text; empty if it is none. */
        public Optional<String> error() {
            return kind.equals("error") ? Optional.of(text) : Optional.empty();
        }

        /** Whether a form of the table's describes it. */
        boolean is(LuaReply form) {
            if (form instanceof LuaReply.Any) {
                return true;
            } else if (form instanceof LuaReply.Whole) {
                return kind.equals("whole");
            } else if (form instanceof LuaReply.Bulk bulk) {
                return kind.equals("bulk") && (!bulk.fractional() || isNumber(text));
            } else if (form instanceof LuaReply.Status status) {
                return kind.equals("status")
                        && (status.text() == null || status.text().equals(text));
            } else if (form instanceof LuaReply.Nil) {
                return kind.equals("false");
            }
            return kind.equals("array") && elementsAre((LuaReply.Array) form);
        }

        private static boolean isNumber(String text) {
            return text.matches("[-+]?(inf|nan|[0-9.]+(e[-+]?\\d+)?)");
        }

        private boolean elementsAre(LuaReply.Array array) {
            // Elements by position are all there.
            boolean all = elements.size() >= array.first().size();
            for (int i = 0; i < elements.size(); i++) {
                LiveReply element = elements.get(i);
                List<LuaReply> forms = i < array.first().size() ? array.first().get(i) : array.rest();
                all &= forms.stream().anyMatch(element::is);
            }
            return all;
        }

        @Override
        public String toString() {
            return kind + (text.isEmpty() ? "" : " '" + text + "'") + (elements.isEmpty() ? "" : " " + elements);
        }
    }
}
