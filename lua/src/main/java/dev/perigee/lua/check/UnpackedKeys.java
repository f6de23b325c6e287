package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandLine;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys that a script hands to a command by {@code unpack} at the end of the call.
 *
 * @param array the array of the keys
 * @param span the call of {@code unpack}
 */
record UnpackedKeys(Argument array, Span span) {

    /** Those that are known to be keys, in the order of the text. */
    static List<UnpackedKeys> of(ScriptFacts facts) {
        Map<Integer, FunctionCall> unpacking = new HashMap<>();
        for (FunctionCall call : facts.calls()) {
            if (call.function().equals("unpack") && !call.arguments().isEmpty()) {
                unpacking.put(call.span().end(), call);
            }
        }
        List<UnpackedKeys> keys = new ArrayList<>();
        for (CommandUse use : facts.commands()) {
            FunctionCall last = use.open() ? unpacking.get(use.span().end() - 1) : null;
            if (last != null && isKeyNext(use)) {
                keys.add(new UnpackedKeys(last.arguments().get(0), last.span()));
            }
        }
        return keys;
    }

    /** Whether a word after those that are known would be a key. */
    private static boolean isKeyNext(CommandUse use) {
        Command command = Calls.command(use);
        if (command == null) {
            return false;
        }
        List<@Nullable String> words = new ArrayList<>(Calls.line(use).words());
        int next = words.size();
        words.add(null);
        // One more, since some commands have a word of another kind at their end.
        words.add(null);
        return command.keys(new CommandLine(words, false)).positions().contains(next);
    }

    /** Whether they are elements of ARGV. */
    boolean areArguments() {
        return array.value().single() instanceof Atom.Inputs inputs && inputs.array() == Atom.Inputs.Array.ARGV;
    }

    /** Whether they are read from data. */
    boolean areData() {
        return array.value().single() instanceof Atom.Table table && table.reply() != null;
    }
}
