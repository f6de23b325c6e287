package dev.perigee.lua.check;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.SourceText;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What would be found in a script on other servers, in other deployments, or in strict mode: a suppression that covers
 * nothing may be needed there. Sought only when it is asked for, with all settings at once. Not thread-safe.
 */
public final class OtherSettings {

    private record Place(Rule rule, int line) {}

    private final ScriptFacts facts;
    private final SourceText source;
    private final int keyCount;
    private @Nullable Set<Place> places;

    /**
     * Of a script.
     *
     * @param keyCount how many keys it is called with; -1 where that is not known
     */
    public OtherSettings(ScriptFacts facts, SourceText source, int keyCount) {
        this.facts = facts;
        this.source = source;
        this.keyCount = keyCount;
    }

    /** Whether the rule finds something with any settings. */
    public boolean find(Rule rule) {
        return places().stream().anyMatch(place -> place.rule() == rule);
    }

    /** Whether the rule finds something with any settings where a comment on this line covers it. */
    public boolean find(Rule rule, int line) {
        return places().contains(new Place(rule, line)) || places().contains(new Place(rule, line + 1));
    }

    private Set<Place> places() {
        Set<Place> known = places;
        if (known == null) {
            known = new HashSet<>();
            for (Target target : Target.values()) {
                for (Profile profile : Profile.values()) {
                    add(new Settings(target, profile, false, keyCount), known);
                    add(new Settings(target, profile, true, keyCount), known);
                }
            }
            places = known;
        }
        return known;
    }

    private void add(Settings settings, Set<Place> to) {
        for (ScriptFinding finding : ScriptChecks.check(facts, settings)) {
            to.add(new Place(finding.rule(), source.line(finding.span().start())));
        }
    }
}
