package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.Excerpt;
import dev.perigee.lua.syntax.Comment;
import dev.perigee.processor.declaration.SuppressionReader;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.diagnostics.Rules;
import dev.perigee.processor.diagnostics.Suppressions;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads suppressions in scripts: {@code -- perigee: allow PG203 reason}. */
public final class ScriptSuppressions {

    private static final Pattern ALLOW =
            Pattern.compile("\\s*perigee:\\s*allow\\s+(\\S+)\\s*(.*?)\\s*", Pattern.DOTALL);

    private ScriptSuppressions() {}

    /** Adds what a method's script suppresses, and reports what it cannot. */
    public static void read(ScriptMethod method, Suppressions suppressions, Report report) {
        BoundScript script = method.script();
        if (script == null) {
            return;
        }
        for (Comment comment : script.parsed().chunk().comments()) {
            Matcher allow = ALLOW.matcher(comment.text());
            if (!allow.matches()) {
                continue;
            }
            Optional<Finding> problem = SuppressionReader.problem(
                    allow.group(1), allow.group(2), method.declaration().place());
            problem.ifPresent(finding -> report.add(finding.inScript(script.source(), comment.span())));
            if (problem.isEmpty()) {
                Excerpt place = new Excerpt(script.source(), comment.span());
                Rules.ofCode(allow.group(1))
                        .ifPresent(rule -> suppressions.addScript(
                                place, rule, method.declaration().place()));
            }
        }
    }
}
