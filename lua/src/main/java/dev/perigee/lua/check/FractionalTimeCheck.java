package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.TimeWord;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import java.util.function.Consumer;

/** Times are whole numbers: a fraction of a second is an error. */
final class FractionalTimeCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (CommandUse use : facts.commands()) {
            Command command = Calls.command(use);
            if (command == null) {
                continue;
            }
            for (TimeWord time : command.times(Calls.line(use))) {
                Argument argument = use.arguments().get(time.word());
                boolean fractional = argument.value()
                        .any(atom -> atom instanceof Atom.Numeric number
                                && number.kind() == Atom.Numeric.Kind.FRACTIONAL
                                && number.constant() == null);
                if (fractional) {
                    report.accept(ScriptFinding.of(
                                    ScriptRule.NOT_A_NUMBER,
                                    argument.span(),
                                    command.name() + " takes whole "
                                            + time.unit().toString().toLowerCase(java.util.Locale.ROOT)
                                            + ", and this can have a fraction, which is an error")
                            .as(Severity.WARNING)
                            .help("round it: math.ceil(…)"));
                }
            }
        }
    }
}
