package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keys are passed as a hosted server's proxy or a compatible server demands. */
final class KeyProfileCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        switch (settings.profile()) {
            case ALIBABA -> literally(facts, report);
            case DRAGONFLY -> declared(facts, "Dragonfly", report);
            case KVROCKS -> declared(facts, "Kvrocks in strict mode", report);
            case STANDALONE, CLUSTER -> {}
        }
    }

    private static void literally(ScriptFacts facts, Consumer<ScriptFinding> report) {
        Set<Span> literal = facts.keys().constantIndexes().stream()
                .filter(IndexUse::isPosition)
                .map(IndexUse::span)
                .collect(Collectors.toSet());
        for (KeyUse use : KeyUses.of(facts)) {
            if (!literal.contains(use.key().span())) {
                report.accept(ScriptFinding.of(
                                ScriptRule.KEY_NOT_FOR_PROFILE,
                                use.key().span(),
                                "Alibaba's cluster proxy takes nothing but KEYS[n] itself in the place of a key")
                        .help("write KEYS[1] where the key stands, without a variable, a loop or a function"));
            }
        }
    }

    private static void declared(ScriptFacts facts, String server, Consumer<ScriptFinding> report) {
        for (KeyUse use : KeyUses.of(facts)) {
            boolean undeclared = use.origins().stream()
                    .anyMatch(origin ->
                            !(origin instanceof KeyOrigin.Declared) && !(origin instanceof KeyOrigin.Unknown));
            if (undeclared) {
                report.accept(ScriptFinding.of(
                                ScriptRule.KEY_NOT_FOR_PROFILE,
                                use.key().span(),
                                server + " refuses keys that are not declared")
                        .help("pass the whole key in KEYS"));
            }
        }
    }
}
