package dev.perigee.processor;

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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

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
        suppressions.inScripts(true, rule -> true).forEach(finding -> used.add(finding.render()));
        if (!isFullyChecked(scripts)) {
            suppressions.inScripts(false, rule -> true).forEach(finding -> used.add(finding.render()));
            return;
        }
        Predicate<Rule> ran = rule -> ran(rule) && (orphansSought || rule != InterfaceRule.ORPHAN_SCRIPT);
        suppressions.inScripts(false, ran).forEach(finding -> unused.putIfAbsent(finding.render(), finding));
        suppressions.unusedIn(scripts.declaration().type(), ran).forEach(report::add);
        for (MethodDeclaration method : scripts.declaration().methods()) {
            if (Objects.equals(
                    method.element().getEnclosingElement(),
                    scripts.declaration().type())) {
                suppressions.unusedIn(method.element(), ran).forEach(report::add);
            }
        }
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
        if (rule == ScriptRule.KEY_FROM_DATA || rule == InterfaceRule.NIL_REPLY) {
            return settings.strict();
        } else if (rule == ScriptRule.KEY_NOT_FOR_PROFILE) {
            return settings.profile() != Profile.STANDALONE && settings.profile() != Profile.CLUSTER;
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
