package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.syntax.SyntaxError;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;

/** The script is Lua 5.1 as Redis takes it. */
final class SyntaxCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null) {
            return;
        }
        for (SyntaxError error : script.parsed().errors()) {
            String help = error.help();
            report.add(Finding.of(ScriptRule.LUA_SYNTAX, method.declaration().place(), error.message())
                    .inScript(script.source(), error.span())
                    .help(help == null ? "" : help));
        }
    }
}
