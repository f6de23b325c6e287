package dev.perigee.lua.analysis;

import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Chunk;
import dev.perigee.lua.syntax.Expression;
import dev.perigee.lua.syntax.Span;
import java.util.List;

/**
 * Finds out what a script does, by evaluating it with abstract values: every branch, with what is known in it, and every
 * function where it is called. Takes time in proportion to the size of the script.
 */
public final class ScriptAnalysis {

    private ScriptAnalysis() {}

    /**
     * Analyses a script.
     *
     * @param chunk the result of a parse without errors; of another the facts tell only of what could be read
     */
    public static ScriptFacts analyse(Chunk chunk) {
        Recorder recorder = new Recorder();
        Evaluation evaluation = new Evaluation(chunk.locals(), recorder);
        State state = new State(null);
        evaluation.statements.block(chunk.block(), state);
        if (!state.isEnded()) {
            int end = chunk.span().end();
            recorder.result(new Return(List.of(), false, false, true, new Span(end, end)));
        }
        for (Expression.Function body = evaluation.nextGeneric(); body != null; body = evaluation.nextGeneric()) {
            evaluation.calls.generic(body, new State(null));
        }
        return recorder.facts(chunk.shebang());
    }
}
