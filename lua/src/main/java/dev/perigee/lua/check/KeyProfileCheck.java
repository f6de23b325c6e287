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
                .filter(KeyProfileCheck::isLiteral)
                .map(IndexUse::span)
                .collect(Collectors.toSet());
        for (KeyUse use : KeyUses.of(facts)) {
            if (!literal.contains(use.key().span())) {
                report.accept(notLiteral(use.key().span())
                        .help("write KEYS[1] where the key stands, without a variable, a loop or a function"));
            }
        }
        for (UnpackedKeys keys : UnpackedKeys.of(facts)) {
            report.accept(notLiteral(keys.span()).help("write the keys one by one: KEYS[1], KEYS[2]"));
        }
    }

    /** Whether it is as long as {@code KEYS[n]} is; {@code ks[1]} is shorter, and {@code KEYS[1 + 1]} longer. */
    private static boolean isLiteral(IndexUse use) {
        return use.isPosition() && use.span().end() - use.span().start() == ("KEYS[" + use.position() + "]").length();
    }

    private static ScriptFinding notLiteral(Span key) {
        return ScriptFinding.of(
                ScriptRule.KEY_NOT_FOR_PROFILE,
                key,
                "Alibaba's cluster proxy takes nothing but KEYS[n] itself in the place of a key");
    }

    private static void declared(ScriptFacts facts, String server, Consumer<ScriptFinding> report) {
        for (KeyUse use : KeyUses.of(facts)) {
            use.origins().stream()
                    .filter(origin -> !(origin instanceof KeyOrigin.Declared) && !(origin instanceof KeyOrigin.Unknown))
                    .findFirst()
                    .ifPresent(
                            origin -> report.accept(undeclared(server, use.key().span(), "this one " + what(origin))));
        }
        for (UnpackedKeys keys : UnpackedKeys.of(facts)) {
            if (keys.areArguments() || keys.areData()) {
                report.accept(undeclared(
                        server,
                        keys.span(),
                        keys.areData() ? "these are read from data" : "these are elements of ARGV"));
            }
        }
    }

    private static ScriptFinding undeclared(String server, Span key, String why) {
        return ScriptFinding.of(
                        ScriptRule.KEY_NOT_FOR_PROFILE, key, server + " refuses keys that are not declared, and " + why)
                .help("pass the whole key in KEYS");
    }

    private static String what(KeyOrigin origin) {
        if (origin instanceof KeyOrigin.Derived) {
            return "is more than an element of KEYS";
        } else if (origin instanceof KeyOrigin.FromArgument) {
            return "is made of ARGV";
        }
        return origin instanceof KeyOrigin.Literal ? "is written in the script" : "is read from data";
    }
}
