package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Source;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keys come from KEYS, as Redis Cluster requires, and what is derived from one stays in its slot. */
final class UndeclaredKeyCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (KeyUse use : KeyUses.of(facts)) {
            for (KeyOrigin origin : use.origins()) {
                ScriptFinding finding = finding(use, origin, settings);
                if (finding != null) {
                    report.accept(finding);
                    break;
                }
            }
        }
    }

    private static @Nullable ScriptFinding finding(KeyUse use, KeyOrigin origin, Settings settings) {
        boolean cluster = settings.profile() != Profile.STANDALONE;
        if (origin instanceof KeyOrigin.Literal literal) {
            return undeclared(
                    ScriptRule.LITERAL_KEY,
                    use,
                    "the key '" + literal.text()
                            + "' is not declared, so Redis Cluster cannot tell where the script belongs",
                    cluster);
        } else if (origin instanceof KeyOrigin.FromArgument argument) {
            String what = argument.index() == 0 ? "an element of ARGV" : "ARGV[" + argument.index() + "]";
            return undeclared(
                    ScriptRule.KEY_FROM_ARGUMENT,
                    use,
                    "this key is made of " + what + ", so Redis Cluster cannot tell where the script belongs",
                    cluster);
        } else if (origin instanceof KeyOrigin.Derived derived && (cluster || settings.strict())) {
            return derived(use, derived.pieces(), cluster);
        } else if (origin instanceof KeyOrigin.FromData && settings.strict()) {
            return ScriptFinding.of(
                            ScriptRule.KEY_FROM_DATA,
                            use.key().span(),
                            "this key is read from data, and nothing is known of its slot")
                    .help("pass it in KEYS, or make sure that all such keys share the hash tag of KEYS[1]");
        }
        return null;
    }

    private static ScriptFinding undeclared(ScriptRule rule, KeyUse use, String message, boolean cluster) {
        return ScriptFinding.of(rule, use.key().span(), message)
                .as(cluster ? Severity.ERROR : Severity.NOTE)
                .help("pass the key in KEYS: declare it with @Key, or as one of the keys of EVAL");
    }

    private static ScriptFinding derived(KeyUse use, List<Source> pieces, boolean cluster) {
        int index = pieces.stream()
                .filter(Source.Key.class::isInstance)
                .map(piece -> ((Source.Key) piece).index())
                .findFirst()
                .orElse(0);
        String key = index == 0 ? "its element of KEYS" : "KEYS[" + index + "]";
        return ScriptFinding.of(
                        ScriptRule.DERIVED_KEY,
                        use.key().span(),
                        "this key is in the slot of " + key + " only if that has a hash tag")
                .as(cluster ? Severity.WARNING : Severity.NOTE)
                .help("give the key a hash tag, as in balance:{42}, or declare this one too");
    }
}
