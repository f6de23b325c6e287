package dev.perigee.processor;

import dev.perigee.lua.check.OtherSettings;
import dev.perigee.lua.check.Profile;
import dev.perigee.lua.check.Settings;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.processor.declaration.MethodDeclaration;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.diagnostics.Suppressions;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptInterface;
import dev.perigee.processor.model.ScriptMethod;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds suppressions that cover nothing. One in a script may cover something for another interface. */
final class UnusedSuppressions {

    private final Settings settings;
    private final Map<String, Finding> unused = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    UnusedSuppressions(Settings settings) {
        this.settings = settings;
    }

    /**
     * Adds what was found of an interface once its findings have been compared with its suppressions.
     *
     * @param orphansSought whether scripts that nothing is bound to have been looked for
     */
    void add(ScriptInterface scripts, Suppressions suppressions, boolean orphansSought, Report report) {
        suppressions.inScripts(true, (rule, comment) -> true).forEach(finding -> used.add(finding.render()));
        if (!isFullyChecked(scripts)) {
            suppressions.inScripts(false, (rule, comment) -> true).forEach(finding -> used.add(finding.render()));
            return;
        }
        Predicate<Rule> ran = rule -> ran(rule) && (orphansSought || rule != InterfaceRule.ORPHAN_SCRIPT);
        Map<MethodDeclaration, OtherSettings> others = others(scripts);
        suppressions
                .inScripts(false, (rule, comment) -> ran.test(rule) && !isNeeded(rule, comment, scripts, others))
                .forEach(finding -> unused.putIfAbsent(finding.render(), finding));
        suppressions
                .unusedIn(scripts.declaration().type(), rule -> ran.test(rule) && !isNeeded(rule, others.values()))
                .forEach(report::add);
        for (MethodDeclaration method : scripts.declaration().methods()) {
            if (Objects.equals(
                    method.element().getEnclosingElement(),
                    scripts.declaration().type())) {
                List<OtherSettings> own = Stream.ofNullable(others.get(method)).toList();
                suppressions
                        .unusedIn(method.element(), rule -> ran.test(rule) && !isNeeded(rule, own))
                        .forEach(report::add);
            }
        }
    }

    private static Map<MethodDeclaration, OtherSettings> others(ScriptInterface scripts) {
        Map<MethodDeclaration, OtherSettings> others = new HashMap<>();
        for (ScriptMethod method : scripts.methods()) {
            BoundScript script = method.script();
            if (script != null) {
                others.put(method.declaration(), new OtherSettings(script.facts(), script.source(), -1));
            }
        }
        return others;
    }

    /** Whether other settings need a suppression in Java that covers one of these scripts, or all. */
    private static boolean isNeeded(Rule rule, Collection<OtherSettings> scripts) {
        return rule != ScriptRule.DERIVED_KEY && scripts.stream().anyMatch(script -> script.find(rule));
    }

    /** Whether other settings need a suppression in a script. Keys that are derived are judged by the templates instead. */
    private static boolean isNeeded(
            Rule rule,
            Suppressions.InSource place,
            ScriptInterface scripts,
            Map<MethodDeclaration, OtherSettings> others) {
        return rule != ScriptRule.DERIVED_KEY
                && scripts.methods().stream()
                        .filter(method -> method.script() != null
                                && method.script()
                                        .source()
                                        .path()
                                        .equals(place.source().path()))
                        .map(method -> others.get(method.declaration()))
                        .anyMatch(script -> script != null
                                && place.comment()
                                        .lines()
                                        .lines()
                                        .skip(1)
                                        .anyMatch(line -> script.find(rule, line - 1)));
    }

    /** Where something could not be read, not all checks have run. */
    private static boolean isFullyChecked(ScriptInterface scripts) {
        return scripts.methods().size() == scripts.declaration().methods().size()
                && scripts.methods().stream().allMatch(method -> {
                    BoundScript script = method.script();
                    return script != null && script.parsed().isValid();
                });
    }

    /** Whether the rule was checked in full: some are only with certain options. */
    private boolean ran(Rule rule) {
        if (rule == InterfaceRule.NIL_REPLY) {
            return settings.strict();
        }
        return rule != ScriptRule.DERIVED_KEY || (settings.strict() && settings.profile() != Profile.STANDALONE);
    }

    /** What covers nothing for any of the interfaces; then forgets them. */
    Report report() {
        Report report = new Report();
        unused.forEach((text, finding) -> {
            if (!used.contains(text)) {
                report.add(finding);
            }
        });
        unused.clear();
        return report;
    }
}
