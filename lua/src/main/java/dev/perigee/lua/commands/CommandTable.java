package dev.perigee.lua.commands;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The commands of all servers. Read when they are first asked for; for any thread. */
public final class CommandTable {

    private static final class Commands {
        private static final Map<String, Command> BY_NAME = TableReader.read();
    }

    private CommandTable() {}

    /** The command of this name, in any case. */
    public static Optional<Command> find(String name) {
        return Optional.ofNullable(Commands.BY_NAME.get(name.toUpperCase(Locale.ROOT)));
    }

    /** The names of all commands, in upper case and in order, without subcommands. */
    public static List<String> names() {
        return List.copyOf(Commands.BY_NAME.keySet());
    }
}
