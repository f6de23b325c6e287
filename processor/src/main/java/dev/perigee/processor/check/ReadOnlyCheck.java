package dev.perigee.processor.check;

import dev.perigee.lua.check.WriteProof;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;

/** A method with {@code @ReadOnly} has a script that is proved to be one. */
final class ReadOnlyCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (!method.declaration().readOnly()
                || script == null
                || !script.parsed().isValid()) {
            return;
        }
        String name = method.declaration().name();
        WriteProof proof = WriteProof.of(script.facts());
        for (CommandUse use : proof.refused()) {
            report.add(finding(
                    method,
                    script,
                    use,
                    name + " is @ReadOnly, and Redis refuses " + use.name() + " in a read-only script"));
        }
        for (CommandUse use : proof.unknown()) {
            report.add(finding(
                    method,
                    script,
                    use,
                    name + " is @ReadOnly, and nothing is known of "
                            + (use.name() == null ? "a command whose name is computed" : "the command " + use.name())));
        }
        if (proof.refused().isEmpty() && proof.unknown().isEmpty() && !proof.complete()) {
            report.add(Finding.of(
                            InterfaceRule.NOT_READ_ONLY,
                            method.declaration().place(),
                            name + " is @ReadOnly, and " + script.source().path()
                                    + " may call commands that are not known here")
                    .help("call redis.call by its name, with the command as a literal"));
        }
    }

    private static Finding finding(ScriptMethod method, BoundScript script, CommandUse use, String message) {
        return Finding.of(InterfaceRule.NOT_READ_ONLY, method.declaration().place(), message)
                .inScript(script.source(), use.nameSpan())
                .help("remove @ReadOnly, or the command");
    }
}
