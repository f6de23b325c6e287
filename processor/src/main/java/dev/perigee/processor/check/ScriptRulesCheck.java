package dev.perigee.processor.check;

import dev.perigee.lua.check.ScriptChecks;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ReplyType;
import dev.perigee.processor.model.ScriptMethod;
import java.util.Set;

/** The script keeps the rules for scripts, whatever calls them. */
final class ScriptRulesCheck implements MethodCheck {

    /** What is judged here by the key templates instead. */
    private static final Set<Rule> WITH_TEMPLATES = Set.of(ScriptRule.DERIVED_KEY);

    /** What is judged here by the return type instead, if there is one. */
    private static final Set<Rule> WITH_RETURN_TYPE = Set.of(ScriptRule.MIXED_REPLIES);

    private final Settings settings;

    ScriptRulesCheck(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null || !script.parsed().isValid()) {
            return;
        }
        boolean replyRead = !(method.reply() instanceof ReplyType.Nothing);
        for (ScriptFinding found : ScriptChecks.check(script.facts(), settings)) {
            boolean elsewhere = WITH_TEMPLATES.contains(found.rule())
                    || (replyRead && WITH_RETURN_TYPE.contains(found.rule()))
                    || (found.rule() == ScriptRule.FLOAT_TRUNCATED
                            && ReplyCheck.losesFraction(script, method.reply(), found.span()));
            if (!elsewhere) {
                report.add(finding(method, script, found));
            }
        }
    }

    private static Finding finding(ScriptMethod method, BoundScript script, ScriptFinding found) {
        Finding finding = Finding.of(found.rule(), method.declaration().place(), found.message())
                .as(found.severity())
                .inScript(script.source(), found.span());
        for (String note : found.notes()) {
            finding = finding.note(note);
        }
        String help = found.help();
        return help == null ? finding : finding.help(help);
    }
}
