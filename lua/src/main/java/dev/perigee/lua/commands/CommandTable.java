package dev.perigee.lua.commands;

import java.util.Optional;

/** The commands of all servers. */
public final class CommandTable {

    private CommandTable() {}

    /** The command of this name, in any case. */
    public static Optional<Command> find(String name) {
        return Optional.empty();
    }
}
