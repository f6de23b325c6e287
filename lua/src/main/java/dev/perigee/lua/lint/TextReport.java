package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.ControlCharacters;
import dev.perigee.lua.diagnostics.Excerpt;
import dev.perigee.lua.diagnostics.ScriptFinding;
import java.util.Locale;

/** A report for people: each finding with its line, and carets under the place. */
final class TextReport {

    private final StringBuilder text = new StringBuilder();

    private TextReport() {}

    static String write(LintReport report) {
        TextReport writer = new TextReport();
        for (LintedScript script : report.scripts()) {
            script.findings().forEach(finding -> writer.finding(script, finding));
        }
        writer.line(report.summary());
        return writer.text.toString();
    }

    private void finding(LintedScript script, ScriptFinding finding) {
        Excerpt excerpt = new Excerpt(script.source(), finding.span());
        String severity = finding.severity().name().toLowerCase(Locale.ROOT);
        line(excerpt.position() + ": " + severity + ": [" + finding.rule().code() + "] " + finding.message());
        text.append(excerpt.numbered()).append('\n');
        finding.notes().forEach(note -> line("  " + note));
        String help = finding.help();
        if (help != null) {
            String indent = "  help: ";
            for (String part : help.split("\n", -1)) {
                line(indent + part);
                indent = "        ";
            }
        }
        text.append('\n');
    }

    private void line(String line) {
        text.append(ControlCharacters.shown(line)).append('\n');
    }
}
