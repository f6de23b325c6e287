package dev.perigee.lua.lint;

import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.syntax.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report for scripts; {@code format} is raised when its form changes in a way that readers notice. */
final class JsonReport {

    private JsonReport() {}

    static String write(LintReport report) {
        List<Object> findings = new ArrayList<>();
        for (LintedScript script : report.scripts()) {
            script.findings().forEach(finding -> findings.add(finding(script.source(), finding)));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", 1);
        json.put("version", Version.of());
        json.put("settings", settings(report.settings()));
        json.put("scripts", report.scripts().size());
        for (Severity severity : Severity.values()) {
            json.put(severity.name().toLowerCase(Locale.ROOT) + "s", report.count(severity));
        }
        json.put("findings", findings);
        json.put("problems", report.problems());
        return Json.write(json);
    }

    private static Map<String, Object> settings(Settings settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("target", settings.target().id());
        json.put("profile", settings.profile().id());
        json.put("strict", settings.strict());
        if (settings.keyCount() >= 0) {
            json.put("keys", settings.keyCount());
        }
        return json;
    }

    private static Map<String, Object> finding(SourceText source, ScriptFinding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", finding.rule().code());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("path", source.path());
        json.put("line", source.line(finding.span().start()));
        json.put("column", source.column(finding.span().start()));
        json.put("endLine", source.line(finding.span().end()));
        json.put("endColumn", source.column(finding.span().end()));
        json.put("message", finding.message());
        json.put("notes", finding.notes());
        String help = finding.help();
        if (help != null) {
            json.put("help", help);
        }
        return json;
    }
}
