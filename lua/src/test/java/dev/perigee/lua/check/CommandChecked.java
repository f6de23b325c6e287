package dev.perigee.lua.check;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import java.util.List;

/** What one rule finds in a script. */
final class CommandChecked {

    static final Settings CLUSTER = with(Profile.CLUSTER);

    private CommandChecked() {}

    static Settings with(Profile profile) {
        return new Settings(Target.REDIS_7_0, profile, false, -1);
    }

    static Settings on(Target target) {
        return new Settings(target, Profile.STANDALONE, false, -1);
    }

    static Settings strict(Profile profile) {
        return new Settings(Target.REDIS_7_0, profile, true, -1);
    }

    static List<ScriptFinding> findings(ScriptRule rule, String script, Settings settings) {
        return Checked.findings(script, settings).stream()
                .filter(finding -> finding.rule() == rule)
                .toList();
    }

    /** The pieces of the script's text at which the rule finds something, with a bar between them; empty for none. */
    static String places(ScriptRule rule, String script, Settings settings) {
        return String.join(
                " | ",
                findings(rule, script, settings).stream()
                        .map(finding -> script.substring(
                                finding.span().start(), finding.span().end()))
                        .toList());
    }
}
