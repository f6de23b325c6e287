package dev.perigee.lua.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perigee.servers.RedisServer;
import dev.perigee.servers.ServerErrorException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The table of commands says what a server says of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class CommandTableIT {
    private static final long SEED = 20261125;
    private static final int LINES_PER_COMMAND = 12;

    /** Two words that a server logs as an attack, and lists as commands. */
    private static final Set<String> NO_COMMANDS = Set.of("HOST:", "POST");

    /**
     * Where the table, made of what all servers say, has the loosest arity, and flags that came later: in the option WITHSCORE
     * of 7.2, in what Valkey replicates.
     */
    private static final Set<String> MERGED = Set.of(
            "COMMAND GETKEYS arity",
            "COMMAND GETKEYSANDFLAGS arity",
            "ZRANK arity",
            "ZREVRANK arity",
            "CLUSTER SETSLOT refused read-only",
            "WAIT blocking");

    private RedisServer server;
    private Target target;
    private Map<String, Listed> listed;

    /**
     * What {@code COMMAND} says of a command.
     *
     * @param arity its arity
     * @param flags its flags
     */
    private record Listed(long arity, Set<String> flags) {}

    @BeforeAll
    void start() {
        server = RedisServer.start();
        target = LiveCommands.target(server);
        listed = new TreeMap<>();
        list((List<?>) Objects.requireNonNull(server.command("COMMAND")));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void list(List<?> commands) {
        for (Object command : commands) {
            List<?> row = (List<?>) command;
            String name = String.valueOf(row.get(0)).toUpperCase(Locale.ROOT).replace('|', ' ');
            Set<String> flags =
                    ((Collection<?>) row.get(2)).stream().map(String::valueOf).collect(Collectors.toSet());
            if (!NO_COMMANDS.contains(name)) {
                listed.put(name, new Listed((Long) row.get(1), flags));
            }
            // The tenth column, from 7.0.
            if (row.size() > 9) {
                list((List<?>) row.get(9));
            }
        }
    }

    private Map<String, Command> table() {
        Map<String, Command> table = new TreeMap<>();
        boolean listsSubcommands = target != Target.REDIS_6_2;
        for (String name : CommandTable.names()) {
            Command command = CommandTable.find(name).orElseThrow();
            table.put(name, command);
            if (listsSubcommands) {
                command.subcommands().forEach(subcommand -> table.put(subcommand.name(), subcommand));
            }
        }
        table.values().removeIf(command -> !command.isOn(target));
        return table;
    }

    @Test
    void commandsAreThoseOfTheServer() {
        Map<String, Command> table = table();
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(table.keySet());
        names.addAll(listed.keySet());
        for (String name : names) {
            Command ours = table.get(name);
            Listed theirs = listed.get(name);
            if (ours == null || theirs == null) {
                differences.add(name + (ours == null ? " is on the server only" : " is in the table only"));
                continue;
            }
            compare(differences, name + " arity", ours.arity(), theirs.arity());
            compare(
                    differences,
                    name + " noscript",
                    ours.isBarredFromScripts(target),
                    theirs.flags().contains("noscript"));
            compare(differences, name + " write", ours.writes(), theirs.flags().contains("write"));
            // 7.0 does not list the flag; the other test asks it.
            if (target.isAtLeast(Target.REDIS_7_2)) {
                compare(
                        differences,
                        name + " refused read-only",
                        ours.isRefusedReadOnly(),
                        theirs.flags().contains("write") || theirs.flags().contains("may_replicate"));
            }
            compare(
                    differences,
                    name + " blocking",
                    ours.isBlocking(),
                    theirs.flags().contains("blocking"));
            compare(
                    differences,
                    name + " admin",
                    ours.isAdministrative(),
                    theirs.flags().contains("admin"));
        }
        System.out.printf(
                "commands of %s: %d listed, %d differences%n", target.id(), listed.size(), differences.size());
        assertThat(differences).isEmpty();
    }

    private static void compare(List<String> differences, String what, Object ours, Object theirs) {
        if (!ours.toString().equals(theirs.toString()) && !MERGED.contains(what)) {
            differences.add(what + " is " + ours + ", on the server " + theirs);
        }
    }

    @Test
    void commandsAreRefusedAsTheTableSays() {
        assumeTrue(target.isAtLeast(Target.REDIS_7_0), "EVAL_RO came with 7.0");
        List<String> differences = new ArrayList<>();
        int barred = 0;
        int refused = 0;
        Map<String, Command> table = table();
        table.keySet().retainAll(listed.keySet());
        for (Command command : table.values()) {
            boolean isContainer = !command.subcommands().isEmpty();
            boolean isBarredThere =
                    Objects.requireNonNull(listed.get(command.name())).flags().contains("noscript");
            // What the two do not agree on, the other test finds; nothing is run that stops the server.
            if (isContainer || command.isBarredFromScripts(target) != isBarredThere) {
                continue;
            }
            List<String> words = new ArrayList<>(Arrays.asList(command.name().split(" ", -1)));
            while (words.size() < Math.abs(command.arity())) {
                words.add("x");
            }
            String error = readOnly(words);
            barred += command.isBarredFromScripts(target) ? 1 : 0;
            refused += command.isRefusedReadOnly() ? 1 : 0;
            compare(
                    differences,
                    command.name() + " barred",
                    command.isBarredFromScripts(target),
                    error.contains("not allowed from script"));
            compare(
                    differences,
                    command.name() + " refused read-only",
                    command.isRefusedReadOnly() && !command.isBarredFromScripts(target),
                    error.contains("Write commands are not allowed"));
        }
        System.out.printf(
                "refused by %s: %d commands in scripts, %d by EVAL_RO, %d differences%n",
                target.id(), barred, refused, differences.size());
        assertThat(differences).isEmpty();
    }

    private String readOnly(List<String> words) {
        List<String> eval = new ArrayList<>(List.of("EVAL_RO", "return redis.call(unpack(ARGV))", "0"));
        eval.addAll(words);
        try {
            server.command(eval.toArray(String[]::new));
            return "";
        } catch (ServerErrorException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void keysAreThoseOfTheServer() {
        CommandLines lines = new CommandLines(target, SEED);
        List<String> differences = new ArrayList<>();
        int compared = 0;
        int incomplete = 0;
        for (Command command : table().values()) {
            if (!command.subcommands().isEmpty()) {
                continue;
            }
            for (int i = 0; i < LINES_PER_COMMAND; i++) {
                List<String> line = lines.wellFormed(command);
                List<String> theirs = keysOnServer(line);
                if (theirs == null) {
                    continue;
                }
                KeyPositions keys =
                        CommandTable.find(line.get(0)).orElseThrow().keys(CommandLine.of(line.toArray(String[]::new)));
                List<String> ours =
                        keys.positions().stream().map(line::get).sorted().toList();
                compared++;
                incomplete += keys.complete() ? 0 : 1;
                if (keys.complete() ? !ours.equals(theirs) : !theirs.containsAll(ours)) {
                    differences.add(String.join(" ", line) + ": " + ours + ", on the server " + theirs);
                }
            }
        }
        System.out.printf(
                "keys of %s: %d lines compared, of %d the table does not know all, %d differences%n",
                target.id(), compared, incomplete, differences.size());
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(1000);
    }

    /** The keys in order; null where the server does not take the line to be a call of the command. */
    private @Nullable List<String> keysOnServer(List<String> line) {
        List<String> words = new ArrayList<>(List.of("COMMAND", "GETKEYS"));
        words.addAll(line);
        try {
            List<?> keys = (List<?>) Objects.requireNonNull(server.command(words.toArray(String[]::new)));
            return keys.stream().map(String::valueOf).sorted().toList();
        } catch (ServerErrorException e) {
            return String.valueOf(e.getMessage()).contains("no key arguments") ? List.of() : null;
        }
    }
}
