package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.ArrayUse;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts while they are collected. */
final class Findings {

    private static final class Array {
        private final List<IndexUse> indexes = new ArrayList<>();
        private boolean mentioned;
        private boolean dynamic;

        ArrayUse use() {
            return new ArrayUse(mentioned, indexes, dynamic);
        }
    }

    private record Call(CommandUse command, @Nullable LocalVariable alias) {
        boolean isProved() {
            return alias == null || !alias.isAssigned();
        }
    }

    private final Array keys = new Array();
    private final Array argv = new Array();
    private final List<Call> calls = new ArrayList<>();
    private boolean commandsComplete = true;

    void mention(Meaning.What what) {
        if (what == Meaning.What.KEYS || what == Meaning.What.ARGV) {
            array(what).mentioned = true;
        }
    }

    void index(Meaning.What what, double index, Span span) {
        array(what).indexes.add(new IndexUse(index, span));
    }

    private Array array(Meaning.What what) {
        return what == Meaning.What.KEYS ? keys : argv;
    }

    void command(String name, Span span, @Nullable LocalVariable alias) {
        calls.add(new Call(new CommandUse(name, span), alias));
    }

    void unknownCommand() {
        commandsComplete = false;
    }

    /** Something is used in a way that is not followed. */
    void lose(Meaning meaning) {
        switch (meaning.what()) {
            case KEYS, ARGV -> array(meaning.what()).dynamic = true;
            case REDIS, CALL -> commandsComplete = false;
            case GLOBALS, ESCAPE_HATCH -> {
                keys.dynamic = true;
                argv.dynamic = true;
                commandsComplete = false;
            }
            case OTHER -> {}
        }
    }

    ScriptFacts facts() {
        List<CommandUse> commands =
                calls.stream().filter(Call::isProved).map(Call::command).toList();
        boolean complete = commandsComplete && commands.size() == calls.size();
        return new ScriptFacts(keys.use(), argv.use(), commands, complete);
    }
}
