package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.syntax.Span;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keys come from KEYS, as Redis Cluster requires. Servers and proxies that require more have {@link KeyProfileCheck} to
 * themselves.
 */
final class UndeclaredKeyCheck implements CommandCheck {

    @Override
    public void check(Call call, Settings settings, Consumer<ScriptFinding> report) {
        if (settings.profile() != Profile.CLUSTER && settings.profile() != Profile.STANDALONE) {
            return;
        }
        boolean cluster = settings.profile() == Profile.CLUSTER;
        for (KeyUse use : KeyUses.of(call)) {
            for (KeyOrigin origin : use.origins()) {
                ScriptFinding finding = finding(use.key().span(), origin, cluster, settings.strict());
                if (finding != null) {
                    report.accept(finding);
                    break;
                }
            }
        }
    }

    private static @Nullable ScriptFinding finding(Span key, KeyOrigin origin, boolean cluster, boolean strict) {
        if (origin instanceof KeyOrigin.Literal literal) {
            return undeclared(
                    ScriptRule.LITERAL_KEY,
                    key,
                    "the key '" + literal.text()
                            + "' is not declared, so Redis Cluster cannot tell where the script belongs",
                    cluster);
        } else if (origin instanceof KeyOrigin.FromArgument argument) {
            String what = argument.index() == 0 ? "an element of ARGV" : "ARGV[" + argument.index() + "]";
            return undeclared(
                    ScriptRule.KEY_FROM_ARGUMENT,
                    key,
                    "this key is made of " + what + ", so Redis Cluster cannot tell where the script belongs",
                    cluster);
        } else if (origin instanceof KeyOrigin.Derived derived && (cluster || strict)) {
            DerivedSlot slot = DerivedSlot.of(derived.pieces());
            return slot.isLikely() && !strict ? null : derived(key, slot, cluster);
        } else if (origin instanceof KeyOrigin.FromData && strict) {
            return ScriptFinding.of(
                            ScriptRule.KEY_FROM_DATA,
                            key,
                            "this key is read from data, and nothing is known of its slot")
                    .help("pass it in KEYS, or make sure that all such keys share the hash tag of KEYS[1]");
        } else if (origin instanceof KeyOrigin.Unknown && strict) {
            return ScriptFinding.of(ScriptRule.KEY_FROM_DATA, key, "nothing is known of this key, nor of its slot")
                    .help("pass it in KEYS");
        }
        return null;
    }

    static ScriptFinding undeclared(ScriptRule rule, Span key, String message, boolean cluster) {
        return ScriptFinding.of(rule, key, message)
                .as(cluster ? Severity.ERROR : Severity.NOTE)
                .help("pass the key in KEYS: declare it with @Key, or as one of the keys of EVAL");
    }

    private static ScriptFinding derived(Span key, DerivedSlot slot, boolean cluster) {
        return ScriptFinding.of(ScriptRule.DERIVED_KEY, key, slot.message())
                .as(cluster && !slot.isLikely() ? Severity.WARNING : Severity.NOTE)
                .help(slot.help());
    }
}
