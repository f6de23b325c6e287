package dev.perigee.lua.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perigee.lua.analysis.ScriptAnalysis;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.LuaParser;
import dev.perigee.lua.syntax.ParseResult;
import java.util.List;

/** A script, analysed and checked. */
final class Checked {

    private Checked() {}

    static ScriptFacts facts(String script) {
        ParseResult parsed = LuaParser.parse(script);
        assertThat(parsed.errors()).isEmpty();
        return ScriptAnalysis.analyse(parsed.chunk());
    }

    static List<ScriptFinding> findings(String script, Settings settings) {
        return ScriptChecks.check(facts(script), settings);
    }

    static List<String> codes(String script, Settings settings) {
        return findings(script, settings).stream()
                .map(finding -> finding.rule().code())
                .toList();
    }
}
