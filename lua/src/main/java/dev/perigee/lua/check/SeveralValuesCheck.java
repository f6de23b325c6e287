package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import java.util.function.Consumer;

/** A script returns one value: Redis sends the first. */
final class SeveralValuesCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Return result : facts.returns()) {
            if (result.isCut() && !result.values().isEmpty()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.SEVERAL_VALUES,
                                result.values().get(0).span(),
                                "this call gives several values, and Redis sends the first alone")
                        .help("return an array of them, {…}, or the one that matters: local a, b = … return b"));
            } else if (result.values().size() > 1) {
                Span first = result.values().get(0).span();
                Span second = result.values().get(1).span();
                if (!first.equals(second)) {
                    report.accept(ScriptFinding.of(
                                    ScriptRule.SEVERAL_VALUES,
                                    second,
                                    "Redis sends the first value of a return, and this one is lost")
                            .help("return an array: return {…, …}"));
                }
            }
        }
    }
}
