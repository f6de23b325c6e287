package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.CommandLine;
import dev.perigee.lua.commands.CommandTable;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A script's calls of commands, as the table of commands takes them. */
final class Calls {
    private static final double EXACT = 1L << 53;

    private Calls() {}

    /** The command; null for one that is not in the table. */
    static @Nullable Command command(CommandUse use) {
        return use.name() == null ? null : CommandTable.find(use.name()).orElse(null);
    }

    /** The command, or the subcommand, that is called. */
    static @Nullable Command called(CommandUse use) {
        Command command = command(use);
        return command == null ? null : command.of(line(use));
    }

    static CommandLine line(CommandUse use) {
        @Nullable String[] words = new String[use.arguments().size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(use.arguments().get(i).value());
        }
        return new CommandLine(Arrays.asList(words), use.open());
    }

    /** The text that a value is sent as, if it is known. */
    static @Nullable String word(Value value) {
        Double constant = value.constant();
        if (constant == null) {
            return value.literal();
        }
        if (constant.isInfinite() || constant.isNaN()) {
            // As C writes them; on x86, 0/0 is -nan.
            return constant.isNaN() ? "nan" : constant > 0 ? "inf" : "-inf";
        }
        boolean whole = constant == Math.rint(constant) && Math.abs(constant) <= EXACT;
        return whole
                ? Long.toString(constant.longValue())
                : constant.toString().replace(".0E", "E").replace("E-", "e-").replace("E", "e+");
    }

    /** How many words are names: of the command, and of the subcommand. */
    static int names(Command called) {
        return called.name().indexOf(' ') < 0 ? 1 : 2;
    }

    /** Whether a call has fewer words than the command takes. */
    static boolean hasTooFew(Command called, CommandUse use) {
        return use.arguments().size() < Math.abs(called.arity()) && !use.open();
    }

    /** {@code 1 argument}, {@code 2 arguments}, {@code no arguments}. */
    static String count(int count) {
        return (count == 0 ? "no" : Integer.toString(count)) + (count == 1 ? " argument" : " arguments");
    }
}
