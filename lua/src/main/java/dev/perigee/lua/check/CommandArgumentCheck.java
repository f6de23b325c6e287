package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import java.util.function.Consumer;

/** What is handed to a command is a string or a number; anything else raises an error. */
final class CommandArgumentCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (CommandUse use : facts.commands()) {
            for (int i = 0; i < use.arguments().size(); i++) {
                Argument argument = use.arguments().get(i);
                String what = argument.value().all(CommandArgumentCheck::isInvalid)
                        ? describe(argument.value().atoms().get(0))
                        : "";
                if (!what.isEmpty()) {
                    report.accept(ScriptFinding.of(
                                    ScriptRule.INVALID_COMMAND_ARGUMENT,
                                    argument.span(),
                                    "a command takes strings and numbers, and this is " + what)
                            .help(help(argument)));
                } else if (settings.strict() && argument.value().any(CommandArgumentCheck::isMissing)) {
                    report.accept(ScriptFinding.of(
                                    ScriptRule.INVALID_COMMAND_ARGUMENT,
                                    argument.span(),
                                    "this can be false, where there was nothing, and a command takes strings and"
                                            + " numbers only")
                            .as(Severity.WARNING)
                            .help("say what happens then: if not … then, or … or ''"));
                }
            }
        }
    }

    private static boolean isInvalid(Atom atom) {
        return !(atom instanceof Atom.Text) && !(atom instanceof Atom.Numeric) && !(atom instanceof Atom.Unknown);
    }

    private static boolean isMissing(Atom atom) {
        return atom instanceof Atom.Bool bool && !bool.value() && bool.reply() != null;
    }

    static String describe(Atom atom) {
        if (atom instanceof Atom.Nil) {
            return "nil";
        } else if (atom instanceof Atom.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (atom instanceof Atom.Builtin || atom instanceof Atom.Closure) {
            return "a function";
        }
        return atom instanceof Atom.Status ? "a status reply, which is a table" : "a table";
    }

    private static String help(Argument argument) {
        boolean table = argument.value()
                .any(atom -> atom instanceof Atom.Table || atom instanceof Atom.Inputs || atom instanceof Atom.Status);
        return table ? "unpack(…) hands over the elements of a table, cjson.encode(…) makes a string of it" : "";
    }
}
