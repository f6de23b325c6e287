package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.syntax.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A report for code scanning.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {

    private SarifReport() {}

    static String write(LintReport report) {
        List<Object> results = new ArrayList<>();
        for (LintedScript script : report.scripts()) {
            script.findings().forEach(finding -> results.add(result(script.source(), finding)));
        }
        List<Object> rules = new ArrayList<>();
        Arrays.stream(ScriptRule.values()).forEach(rule -> rules.add(rule(rule)));
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "perigee-lint");
        driver.put("version", Version.of());
        driver.put("rules", rules);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        run.put("invocations", List.of(invocation(report.problems())));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("version", "2.1.0");
        log.put(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        log.put("runs", List.of(run));
        return Json.write(log);
    }

    /** What could not be checked is told: a reader that sees no finding must not take it for clean. */
    private static Map<String, Object> invocation(List<String> problems) {
        List<Object> notifications = new ArrayList<>();
        for (String problem : problems) {
            notifications.add(Map.of("level", "error", "message", Map.of("text", problem)));
        }
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", problems.isEmpty());
        invocation.put("toolExecutionNotifications", notifications);
        return invocation;
    }

    private static Map<String, Object> rule(ScriptRule rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", rule.code());
        json.put("name", name(rule));
        RulePage page = RulePage.of(rule);
        json.put("shortDescription", Map.of("text", page.title()));
        json.put("fullDescription", Map.of("text", page.summary()));
        Map<String, Object> help = new LinkedHashMap<>();
        help.put("text", page.description());
        help.put("markdown", page.markdown());
        json.put("help", help);
        json.put("defaultConfiguration", Map.of("level", level(rule.severity())));
        return json;
    }

    /** {@code UnknownCommand}. */
    private static String name(ScriptRule rule) {
        StringBuilder name = new StringBuilder();
        for (String word : rule.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static Map<String, Object> result(SourceText source, ScriptFinding finding) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", source.line(finding.span().start()));
        region.put("startColumn", source.column(finding.span().start()));
        region.put("endLine", source.line(finding.span().end()));
        region.put("endColumn", source.column(finding.span().end()));
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("artifactLocation", Map.of("uri", ArtifactUri.of(source.path())));
        place.put("region", region);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule().code());
        if (finding.rule() instanceof ScriptRule rule) {
            result.put("ruleIndex", Arrays.asList(ScriptRule.values()).indexOf(rule));
        }
        result.put("level", level(finding.severity()));
        result.put("message", Map.of("text", text(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        return result;
    }

    /** The message, and in lines of their own the notes, which have no place in the script, and the help. */
    private static String text(ScriptFinding finding) {
        List<String> lines = new ArrayList<>(finding.notes());
        String help = finding.help();
        if (help != null) {
            lines.add("Help: " + help);
        }
        return finding.message() + (lines.isEmpty() ? "" : ".\n" + String.join("\n", lines));
    }
}
