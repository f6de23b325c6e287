package dev.perigee.lua.lint;

import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.Severity;
import java.util.List;

/**
 * What was found.
 *
 * @param settings what the scripts were checked for
 * @param scripts the scripts, in the order in which they were named
 * @param problems what could not be found or read, a line each
 */
record LintReport(Settings settings, List<LintedScript> scripts, List<String> problems) {

    LintReport {
        scripts = List.copyOf(scripts);
        problems = List.copyOf(problems);
    }

    long count(Severity severity) {
        return scripts.stream()
                .flatMap(script -> script.findings().stream())
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** {@code 2 errors, 1 warning in 14 scripts}. */
    String summary() {
        if (scripts.isEmpty()) {
            return "no scripts were checked";
        }
        StringBuilder text = new StringBuilder();
        for (Severity severity : Severity.values()) {
            long count = count(severity);
            if (count > 0) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(count(count, severity.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        return (text.isEmpty() ? "nothing found" : text) + " in " + count(scripts.size(), "script");
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
