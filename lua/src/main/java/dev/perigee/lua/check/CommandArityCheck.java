package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.function.Consumer;

/** Commands get as many arguments as they take. */
final class CommandArityCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (CommandUse use : facts.commands()) {
            Command called = Calls.called(use);
            if (called == null) {
                continue;
            }
            int given = use.arguments().size();
            int arity = called.arity();
            boolean tooFew = given < Math.abs(arity) && !use.open();
            boolean tooMany = arity > 0 && given > arity;
            if (tooFew || tooMany) {
                int names = Calls.names(called);
                report.accept(ScriptFinding.of(
                        ScriptRule.COMMAND_ARITY,
                        use.span(),
                        called.name() + " takes " + (arity < 0 ? "at least " : "")
                                + Calls.count(Math.abs(arity) - names) + ", and gets "
                                + (given <= names ? "none" : Integer.toString(given - names))));
            }
        }
    }
}
