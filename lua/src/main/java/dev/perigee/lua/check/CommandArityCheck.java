package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.syntax.Span;
import java.util.List;
import java.util.function.Consumer;

/** Commands get as many arguments as they take. */
final class CommandArityCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        Command called = call.called();
        if (called != null) {
            check(called, use, report);
        } else if (use.arguments().isEmpty() && !use.open()) {
            report.accept(ScriptFinding.of(
                            ScriptRule.COMMAND_ARITY, use.span(), "a call takes at least the name of a command")
                    .help("redis.call('GET', KEYS[1])"));
        }
    }

    private static void check(Command called, CommandUse use, Consumer<ScriptFinding> report) {
        int given = use.arguments().size();
        int arity = called.arity();
        boolean tooMany = arity > 0 && given > arity;
        if (!tooMany && !Calls.hasTooFew(called, use)) {
            return;
        }
        // An argument that is no string is refused before anything is counted.
        boolean refused = use.arguments().stream().anyMatch(CommandArgumentCheck::isRefused);
        if (!refused) {
            int names = Calls.names(called);
            boolean several = tooMany && endsInSeveralValues(use);
            report.accept(ScriptFinding.of(
                            ScriptRule.COMMAND_ARITY,
                            use.span(),
                            called.name() + " takes " + (arity < 0 ? "at least " : "")
                                    + Calls.count(Math.abs(arity) - names) + ", and gets "
                                    + (given <= names ? "none" : Integer.toString(given - names)))
                    .help(several ? "put the last call in parentheses: it gives several values" : ""));
        }
    }

    /** Whether the last arguments are the results of one call, as of {@code string.gsub}, which has two. */
    private static boolean endsInSeveralValues(CommandUse use) {
        List<Span> spans = use.arguments().stream().map(Argument::span).toList();
        return spans.size() > 1 && spans.get(spans.size() - 1).equals(spans.get(spans.size() - 2));
    }
}
