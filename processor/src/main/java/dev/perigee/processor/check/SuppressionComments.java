package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.SuppressionComment;
import dev.perigee.processor.declaration.SuppressionReader;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.diagnostics.Rules;
import dev.perigee.processor.diagnostics.Suppressions;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import java.util.Optional;

/** Takes up the suppressions in scripts: {@code -- perigee: allow PG203 reason}. */
public final class SuppressionComments {

    private SuppressionComments() {}

    /** Adds what a method's script suppresses, and reports what it cannot. */
    public static void read(ScriptMethod method, Suppressions suppressions, Report report) {
        BoundScript script = method.script();
        if (script == null) {
            return;
        }
        JavaPlace place = method.declaration().place();
        for (SuppressionComment comment :
                SuppressionComment.among(script.parsed().chunk().comments(), script.source())) {
            Optional<Finding> problem = SuppressionReader.problem(comment.code(), comment.reason(), place);
            problem.ifPresent(finding -> report.add(finding.inScript(script.source(), comment.span())));
            if (problem.isEmpty()) {
                Rules.ofCode(comment.code())
                        .ifPresent(rule -> suppressions.addScript(script.source(), comment, rule, place));
            }
        }
    }
}
