package dev.perigee.lua.commands;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Makes the command table from {@code commands.json}, the merged answers of servers to {@code COMMAND} and {@code COMMAND DOCS},
 * {@code replies.txt} and {@code amendments.txt}. Run with {@code -Dperigee.rewrite=true}, the test {@link CommandTableGeneratorTest} writes it anew.
 */
final class CommandTableGenerator {

    static final Path TABLE = Path.of("src/main/resources/dev/perigee/lua/commands/commands.txt");

    private static final String HEAD = """
            # The commands of Redis and Valkey. Made by CommandTableGenerator; do not edit.
            # name, arity, since, servers that have it, servers that bar it from scripts, flags, keys, replies, arguments
            # servers: a redis-6.2, b redis-7.0, c redis-7.2, d redis-7.4, e redis-8.0, v valkey-8.0, w valkey-8.1
            # flags: w writes, r may replicate, b blocks, a administers
            # keys: i<first>,<last>,<step>,<limit>  n<numkeys>,<first>,<step>  k<keyword>:<from>,<last>,<step>,<limit>  ? elsewhere
            # arguments: <type>:<name> a word, 'TOKEN', (a|b) one of, {a b} in order; * repeated, ? optional, @since
            #   types: k key, s string, i integer, d double, t unix time, p pattern
            """;

    private static final String SERVERS = "abcdevw";

    private static final Map<String, Integer> SERVER = Map.of(
            "redis-6.2.16", 0,
            "redis-7.0.15", 1,
            "redis-7.2.6", 2,
            "redis-7.4.1", 3,
            "redis-8.0.2", 4,
            "valkey-8.0.1", 5,
            "valkey-8.1.1", 6);

    private static final Map<String, String> TYPES = Map.of(
            "key", "k",
            "string", "s",
            "integer", "i",
            "double", "d",
            "unix-time", "t",
            "pattern", "p");

    private static final Map<String, String> AMENDMENTS = amendments();

    private CommandTableGenerator() {}

    static String generate() {
        JsonNode commands =
                new ObjectMapper().readTree(resource("/commands/commands.json")).path("commands");
        Map<String, String> replies = replies();
        Map<String, String> lines = new TreeMap<>();
        for (Map.Entry<String, JsonNode> command : commands.properties()) {
            String name = command.getKey().toUpperCase(Locale.ROOT);
            // Two words that a server logs as an attack, and lists as commands.
            if (!name.equals("HOST:") && !name.equals("POST")) {
                lines.put(name, line(name, command.getValue(), replies));
            }
        }
        return HEAD + lines.values().stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String resource(String path) {
        try (InputStream in = Objects.requireNonNull(CommandTableGenerator.class.getResourceAsStream(path))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> replies() {
        return resource("/commands/replies.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toMap(line -> line.split(" ", 2)[0], line -> line.split(" ", 2)[1]));
    }

    /** What is amended, by command, argument and property. */
    private static Map<String, String> amendments() {
        return resource("/commands/amendments.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(line -> line.split("=", 2)[0], line -> line.split("=", 2)[1]));
    }

    private static String property(String command, JsonNode argument, String property) {
        String of = command + " " + argument.path("name").asString() + " " + property;
        return AMENDMENTS.getOrDefault(of, argument.path(property).asString(""));
    }

    private static String line(String name, JsonNode command, Map<String, String> replies) {
        return String.join(
                "\t",
                name,
                command.path("arity").asString(),
                command.path("since").asString("-"),
                servers(command.path("in")),
                servers(command.path("noscript_in")),
                flags(command.path("flags")),
                keys(command.path("key_specs")),
                replies.getOrDefault(name, reply(command.path("reply"))),
                elements(name, command.path("arguments")));
    }

    private static String servers(JsonNode names) {
        StringBuilder letters = new StringBuilder();
        names.forEach(name -> letters.append(SERVERS.charAt(Objects.requireNonNull(SERVER.get(name.asString())))));
        return letters.isEmpty()
                ? "-"
                : letters.chars()
                        .sorted()
                        .mapToObj(letter -> String.valueOf((char) letter))
                        .sorted((a, b) -> SERVERS.indexOf(a) - SERVERS.indexOf(b))
                        .collect(Collectors.joining());
    }

    private static String flags(JsonNode flags) {
        StringBuilder letters = new StringBuilder();
        flags.forEach(flag -> letters.append(
                switch (flag.asString()) {
                    case "write" -> "w";
                    case "may_replicate" -> "r";
                    case "blocking" -> "b";
                    case "admin" -> "a";
                    default -> "";
                }));
        return letters.isEmpty() ? "-" : letters.toString();
    }

    private static String keys(JsonNode specs) {
        List<String> keys = new ArrayList<>();
        for (JsonNode spec : specs) {
            boolean isKey = true;
            for (JsonNode flag : spec.path("flags")) {
                isKey &= !flag.asString().equals("not_key");
            }
            if (isKey) {
                keys.add(key(spec.path("begin_search"), spec.path("find_keys")));
            }
        }
        return keys.isEmpty() ? "-" : String.join(" ", keys);
    }

    private static String key(JsonNode begin, JsonNode find) {
        JsonNode where = begin.path("spec");
        JsonNode how = find.path("spec");
        String from = switch (begin.path("type").asString()) {
            case "index" ->
                find.path("type").asString().equals("keynum")
                        ? "n"
                                + (where.path("index").asInt()
                                        + how.path("keynumidx").asInt())
                        : "i" + where.path("index").asInt();
            case "keyword" ->
                "k" + where.path("keyword").asString() + ":"
                        + where.path("startfrom").asInt();
            default -> "?";
        };
        if (from.equals("?")) {
            return from;
        }
        if (find.path("type").asString().equals("keynum")) {
            return from + ","
                    + (where.path("index").asInt() + how.path("firstkey").asInt()) + ","
                    + how.path("keystep").asInt();
        }
        return from + "," + how.path("lastkey").asInt() + ","
                + how.path("keystep").asInt() + "," + how.path("limit").asInt();
    }

    private static String reply(JsonNode reply) {
        List<String> forms = new ArrayList<>();
        for (JsonNode form : reply) {
            String name = form.asString();
            if (name.startsWith("status:")) {
                forms.add(name.contains(" ") ? "S" : "S:" + name.substring("status:".length()));
            } else {
                forms.add(
                        switch (name) {
                            case "integer" -> "I";
                            case "string" -> "B";
                            case "double" -> "F";
                            case "nil" -> "N";
                            default -> "?";
                        });
            }
        }
        return forms.isEmpty() || forms.contains("?") ? "?" : String.join("|", forms);
    }

    private static String elements(String command, JsonNode arguments) {
        List<String> elements = new ArrayList<>();
        arguments.forEach(argument -> elements.add(element(command, argument)));
        return elements.isEmpty() ? "-" : String.join(" ", elements);
    }

    private static String element(String command, JsonNode argument) {
        List<String> flags = new ArrayList<>();
        argument.path("flags").forEach(flag -> flags.add(flag.asString()));
        String token = argument.has("token") ? "'" + argument.path("token").asString() + "'" : "";
        String type = property(command, argument, "type");
        String core = switch (type) {
            case "pure-token" -> token;
            case "oneof" -> list(command, argument.path("arguments"), "|", "(", ")");
            case "block" -> list(command, argument.path("arguments"), " ", "{", "}");
            default ->
                Objects.requireNonNull(TYPES.get(type)) + ":"
                        + argument.path("name").asString();
        };
        boolean multiple = flags.contains("multiple");
        boolean tokenEachTime = flags.contains("multiple_token");
        if (!token.isEmpty() && !type.equals("pure-token")) {
            core = "{" + token + " " + core + (multiple && !tokenEachTime ? "*" : "") + "}"
                    + (multiple && tokenEachTime ? "*" : "");
        } else if (multiple) {
            core += "*";
        }
        core += flags.contains("optional") ? "?" : "";
        String since = property(command, argument, "since");
        return since.isEmpty() ? core : core + "@" + since;
    }

    private static String list(String command, JsonNode arguments, String separator, String open, String close) {
        List<String> elements = new ArrayList<>();
        arguments.forEach(argument -> elements.add(element(command, argument)));
        return open + String.join(separator, elements) + close;
    }

    static void write() {
        try {
            Files.writeString(TABLE, generate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
