package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.WordProblem;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.function.Consumer;

/** The words of a command are options it has, with their operands, and numbers where it wants them. */
final class CommandWordsCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (CommandUse use : facts.commands()) {
            Command command = Calls.command(use);
            Command called = Calls.called(use);
            if (command == null || called == null || !called.isOn(settings.target()) || Calls.hasTooFew(called, use)) {
                continue;
            }
            for (WordProblem problem : command.problems(Calls.line(use), settings.target())) {
                report.accept(ScriptFinding.of(
                                rule(problem.kind()),
                                use.arguments().get(problem.word()).span(),
                                problem.message())
                        .help(problem.help()));
            }
        }
    }

    private static ScriptRule rule(WordProblem.Kind kind) {
        return switch (kind) {
            case UNKNOWN_OPTION -> ScriptRule.UNKNOWN_OPTION;
            case CONFLICTING_OPTIONS -> ScriptRule.CONFLICTING_OPTIONS;
            case MISSING_OPERAND -> ScriptRule.MISSING_OPERAND;
            case NOT_A_NUMBER -> ScriptRule.NOT_A_NUMBER;
            case NOT_ON_TARGET -> ScriptRule.NOT_ON_TARGET;
        };
    }
}
