package dev.perigee.lua.lint;

import dev.perigee.lua.analysis.ScriptAnalysis;
import dev.perigee.lua.assembly.AssembledScript;
import dev.perigee.lua.assembly.Assembly;
import dev.perigee.lua.assembly.ScriptAssembly;
import dev.perigee.lua.assembly.UnreadableScript;
import dev.perigee.lua.check.OtherSettings;
import dev.perigee.lua.check.ScriptChecks;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.ScriptSuppressions;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.diagnostics.SuppressionComment;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.ParseResult;
import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.syntax.SyntaxError;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** Takes one script through all stages. */
final class ScriptLinter {

    private final Settings settings;

    ScriptLinter(Settings settings) {
        this.settings = settings;
    }

    LintedScript lint(String path, byte[] bytes) {
        Assembly assembly = ScriptAssembly.assemble(bytes);
        if (assembly instanceof UnreadableScript unreadable) {
            // Shown as far as it can be: every byte that is no text is a mark.
            SourceText source = new SourceText(path, new String(bytes, StandardCharsets.UTF_8));
            int before = Math.min(unreadable.offset(), bytes.length);
            int at = Math.min(
                    new String(bytes, 0, before, StandardCharsets.UTF_8).length(),
                    source.text().length());
            ScriptFinding finding = ScriptFinding.of(
                            ScriptRule.LUA_ENCODING,
                            new Span(at, Math.min(at + 1, source.text().length())),
                            unreadable.problem())
                    .help(unreadable.help());
            return new LintedScript(source, List.of(finding));
        }
        AssembledScript script = (AssembledScript) assembly;
        SourceText source = new SourceText(path, script.text());
        ParseResult parsed = LuaParser.parse(script.text());
        if (!parsed.isValid()) {
            return new LintedScript(
                    source, parsed.errors().stream().map(ScriptLinter::finding).toList());
        }
        ScriptFacts facts = ScriptAnalysis.analyse(parsed.chunk());
        OtherSettings others = new OtherSettings(facts, source, settings.keyCount());
        List<ScriptFinding> left = ScriptSuppressions.of(
                        source, SuppressionComment.among(parsed.chunk().comments(), source), CompilerRule::ofCode)
                .apply(
                        ScriptChecks.check(facts, settings),
                        (rule, lines) ->
                                isChecked(rule) && lines.lines().skip(1).noneMatch(line -> others.find(rule, line - 1)))
                .stream()
                .sorted(Comparator.comparingInt(finding -> finding.span().start()))
                .toList();
        return new LintedScript(source, left);
    }

    private static ScriptFinding finding(SyntaxError error) {
        String help = error.help();
        return new ScriptFinding(ScriptRule.LUA_SYNTAX, Severity.ERROR, error.span(), error.message(), List.of(), help);
    }

    /** Whether a rule is checked by this command. */
    private boolean isChecked(Rule rule) {
        return rule instanceof ScriptRule && (rule != ScriptRule.KEYS_OUT_OF_RANGE || settings.keyCount() >= 0);
    }
}
