package dev.perigee.processor.diagnostics;

import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * Collects the findings about one interface. Stages add to it and never throw for a user's mistake. For one thread.
 */
public final class Report {

    private final List<Finding> findings = new ArrayList<>();

    /** Adds a finding. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** All findings, in the order in which they were added. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The findings that no suppression covers. */
    public Report without(Suppressions suppressions) {
        Report remaining = new Report();
        findings.stream().filter(finding -> !suppressions.cover(finding)).forEach(remaining::add);
        return remaining;
    }

    /**
     * The findings, less those about a script alone that were reported before: several methods may be bound to one. The
     * first of a report's own errors stays, so that it keeps being one with errors.
     *
     * @param reported the texts of what was reported, to which this adds
     */
    public Report withoutRepeated(Set<String> reported) {
        Report remaining = new Report();
        boolean error = false;
        for (Finding finding : findings) {
            boolean isNew = !isAboutScriptAlone(finding.rule()) || reported.add(finding.render());
            boolean isError = finding.severity() == Severity.ERROR;
            if (isNew || (isError && !error)) {
                remaining.add(finding);
            }
            error |= isError;
        }
        return remaining;
    }

    private static boolean isAboutScriptAlone(Rule rule) {
        return rule instanceof ScriptRule && rule != ScriptRule.INVALID_SUPPRESSION;
    }

    /** Whether a finding stops the generation. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Prints the findings. */
    public void print(Messager messager) {
        for (Finding finding : findings) {
            JavaPlace place = finding.place();
            Diagnostic.Kind kind = switch (finding.severity()) {
                case ERROR -> Diagnostic.Kind.ERROR;
                case WARNING -> Diagnostic.Kind.WARNING;
                case NOTE -> Diagnostic.Kind.NOTE;
            };
            messager.printMessage(kind, finding.render(), place.element(), place.annotation(), place.value());
        }
    }
}
