package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.syntax.SourceText;
import java.util.List;

/**
 * A script that was checked.
 *
 * @param source its text, under the path by which the user named it
 * @param findings what is wrong, in the order of the text
 */
record LintedScript(SourceText source, List<ScriptFinding> findings) {

    LintedScript {
        findings = List.copyOf(findings);
    }
}
