package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Loop;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.function.Consumer;

/** Loops end, and give the server a chance to end them. */
final class EndlessLoopCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Loop loop : facts.loops()) {
            if (loop.endless() && !loop.hasExit()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.ENDLESS_LOOP,
                                loop.span(),
                                "nothing ends this loop, and while it runs the server serves no one")
                        .as(Severity.WARNING));
            } else if (loop.unchanged() && !loop.hasExit()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.ENDLESS_LOOP,
                                loop.span(),
                                "nothing in this loop changes what its condition reads, so it does not end once it has begun")
                        .as(Severity.WARNING)
                        .help("assign to the variable in the loop; a local of the same name is another one"));
            } else if (loop.endless() && !loop.hasCommand()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.ENDLESS_LOOP,
                                loop.span(),
                                "only a break ends this loop; until then the server serves no one")
                        .help("bound it: for i = 1, limit do"));
            }
        }
    }
}
