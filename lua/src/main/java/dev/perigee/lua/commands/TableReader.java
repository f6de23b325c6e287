package dev.perigee.lua.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the table of commands; its head says what is in it. */
final class TableReader {
    private TableReader() {}

    static Map<String, Command> read() {
        try (InputStream in = TableReader.class.getResourceAsStream("commands.txt")) {
            if (in == null) {
                throw new IllegalStateException("perigee-lua is not complete: commands.txt is missing");
            }
            return commands(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the table, subcommands follow their command. */
    private static Map<String, Command> commands(BufferedReader table) throws IOException {
        Map<String, String[]> rows = new TreeMap<>();
        Map<String, List<String[]>> subcommands = new TreeMap<>();
        for (String line = table.readLine(); line != null; line = table.readLine()) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            int bar = row[0].indexOf('|');
            if (bar < 0) {
                rows.put(row[0], row);
            } else {
                subcommands
                        .computeIfAbsent(row[0].substring(0, bar), name -> new ArrayList<>())
                        .add(row);
            }
        }
        Map<String, Command> commands = new TreeMap<>();
        rows.forEach((name, row) -> {
            List<Command> of = subcommands.getOrDefault(name, List.of()).stream()
                    .map(sub -> command(sub, row, List.of()))
                    .toList();
            commands.put(name, command(row, null, of));
        });
        return Collections.unmodifiableMap(commands);
    }

    private static Command command(String[] row, String @Nullable [] container, List<Command> subcommands) {
        Set<Target> servers = servers(row[3]);
        Set<Target> barring = servers(row[4]);
        // Redis 6.2 lists no subcommands.
        if (container != null && servers(container[3]).contains(Target.REDIS_6_2) && row[2].compareTo("6.3") < 0) {
            servers.add(Target.REDIS_6_2);
            if (servers(container[4]).contains(Target.REDIS_6_2)) {
                barring.add(Target.REDIS_6_2);
            }
        }
        return new Command(
                row[0].replace('|', ' '),
                Integer.parseInt(row[1]),
                row[2].equals("-") ? null : row[2],
                Collections.unmodifiableSet(servers),
                Collections.unmodifiableSet(barring),
                row[5],
                KeySpec.read(row[6]),
                ReplyForms.read(row[7]),
                ElementReader.read(row[8]),
                subcommands);
    }

    private static Set<Target> servers(String letters) {
        Set<Target> servers = EnumSet.noneOf(Target.class);
        for (Target target : Target.values()) {
            if (letters.indexOf(target.letter()) >= 0) {
                servers.add(target);
            }
        }
        return servers;
    }
}
