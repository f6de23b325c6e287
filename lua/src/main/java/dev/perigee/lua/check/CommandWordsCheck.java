package dev.perigee.lua.check;

import dev.perigee.lua.commands.Command;
import dev.perigee.lua.commands.WordProblem;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.CommandUse;
import java.util.List;
import java.util.function.Consumer;

/** The words of a command are options it has, with their operands, and numbers where it wants them. */
final class CommandWordsCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        CommandUse use = call.use();
        Command command = call.command();
        Command called = call.called();
        if (command == null || called == null || !called.isOn(settings.target()) || Calls.hasTooFew(called, use)) {
            return;
        }
        List<WordProblem> problems = command.problems(call.line(), settings.target());
        for (WordProblem problem : problems) {
            report(problem, call, report);
        }
        boolean counted = called.arity() < 0 || use.arguments().size() <= called.arity();
        boolean looked = problems.isEmpty() && counted && !called.isBarredFromScripts(settings.target());
        WordProblem misfit = looked ? command.misfit(call.line()) : null;
        if (misfit != null) {
            report(misfit, call, report);
        }
    }

    private static void report(WordProblem problem, Call call, Consumer<ScriptFinding> report) {
        ScriptRule rule = rule(problem.kind());
        ScriptFinding finding = ScriptFinding.of(
                        rule, call.use().arguments().get(problem.word()).span(), problem.message())
                .help(problem.help());
        report.accept(rule == ScriptRule.NOT_ON_TARGET ? call.lacking(finding) : finding);
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
