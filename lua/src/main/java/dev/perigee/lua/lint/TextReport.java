package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.Excerpt;
import dev.perigee.lua.diagnostics.ScriptFinding;
import java.util.Locale;

/** A report for people: each finding with its line, and carets under the place. */
final class TextReport {

    private TextReport() {}

    static String write(LintReport report) {
        StringBuilder text = new StringBuilder();
        for (LintedScript script : report.scripts()) {
            for (ScriptFinding finding : script.findings()) {
                Excerpt excerpt = new Excerpt(script.source(), finding.span());
                text.append(excerpt.position())
                        .append(": ")
                        .append(finding.severity().name().toLowerCase(Locale.ROOT))
                        .append(": [")
                        .append(finding.rule().code())
                        .append("] ")
                        .append(finding.message())
                        .append('\n')
                        .append(excerpt.numbered())
                        .append('\n');
                finding.notes().forEach(note -> text.append("  ").append(note).append('\n'));
                String help = finding.help();
                if (help != null) {
                    text.append("  help: ")
                            .append(help.replace("\n", "\n        "))
                            .append('\n');
                }
                text.append('\n');
            }
        }
        return text.append(report.summary()).append('\n').toString();
    }
}
