package dev.perigee.lua.analysis;

import dev.perigee.lua.syntax.Chunk;

/**
 * Finds what a script reads and calls, from its syntax tree alone and without regard to what runs when. Takes time linear in
 * the size of the script.
 */
public final class ScriptAnalysis {

    private ScriptAnalysis() {}

    /**
     * Analyses a script.
     *
     * @param chunk the result of a parse without errors; of another the facts tell only of what could be read
     */
    public static ScriptFacts analyse(Chunk chunk) {
        Findings findings = new Findings();
        new StatementWalk(findings).block(chunk.block());
        return findings.facts();
    }
}
