package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.function.Consumer;

/** What is handed to a command is a string or a number; anything else raises an error. */
final class CommandArgumentCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        if (isMethod(use)) {
            report.accept(ScriptFinding.of(
                            ScriptRule.INVALID_COMMAND_ARGUMENT,
                            use.span(),
                            "with a colon the call passes redis itself as the name of the command")
                    .help("write a dot: redis." + (use.isProtected() ? "pcall(…)" : "call(…)")));
            return;
        }
        for (Argument argument : use.arguments()) {
            Value value = argument.value();
            if (isRefused(argument)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.INVALID_COMMAND_ARGUMENT,
                                argument.span(),
                                "a command takes strings and numbers, and this is " + describe(value))
                        .help(help(value)));
            } else if (settings.strict() && value.any(CommandArgumentCheck::isMissing)) {
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

    /** {@code redis:call(…)}. */
    private static boolean isMethod(CommandUse use) {
        return !use.arguments().isEmpty()
                && use.arguments().get(0).span().start() == use.span().start()
                && use.arguments().get(0).value().single() instanceof Atom.Library;
    }

    /** Whether the server is sure to refuse an argument. */
    static boolean isRefused(Argument argument) {
        return argument.value()
                .all(atom -> !(atom instanceof Atom.Text)
                        && !(atom instanceof Atom.Numeric)
                        && !(atom instanceof Atom.Unknown));
    }

    private static boolean isMissing(Atom atom) {
        return atom instanceof Atom.Bool bool && !bool.value() && bool.reply() != null;
    }

    private static String describe(Value value) {
        return value.single() == null && value.all(Atom.Bool.class::isInstance)
                ? "a boolean"
                : describe(value.atoms().get(0));
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

    private static String help(Value value) {
        if (value.all(Atom.Bool.class::isInstance)) {
            return "write it as a number: … and 1 or 0";
        } else if (value.all(atom -> atom instanceof Atom.Builtin || atom instanceof Atom.Closure)) {
            return "call it: write () behind it";
        } else if (value.all(Atom.Status.class::isInstance)) {
            return "its text is in the field ok: (…).ok";
        }
        boolean table = value.any(atom -> atom instanceof Atom.Table || atom instanceof Atom.Inputs);
        return table ? "unpack(…) hands over the elements of a table, cjson.encode(…) makes a string of it" : "";
    }
}
