package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.LibraryUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.function.Consumer;

/** Libraries have the fields that are used, and none of them is assigned to. That the library is there is {@link GlobalCheck}'s. */
final class SandboxCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (LibraryUse use : facts.libraries()) {
            if (use.written()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.LIBRARY_ASSIGNMENT,
                                use.span(),
                                use.library() + " belongs to all scripts of the server, and may not be changed")
                        .help("keep the function in a local variable"));
            } else if (Sandbox.isGlobal(use.library(), settings.target())
                    && !Sandbox.hasField(use.library(), use.field(), settings.target())) {
                String name = use.library() + "." + use.field();
                String instead = Sandbox.insteadOfField(name);
                report.accept(ScriptFinding.of(
                                ScriptRule.NOT_IN_SANDBOX,
                                use.span(),
                                "there is no " + name + " on "
                                        + settings.target().id() + ", so this is nil")
                        .help(
                                instead != null
                                        ? instead
                                        : Nearest.to(use.field(), Sandbox.fields(use.library()))
                                                .map(near -> "did you mean " + use.library() + "." + near + "?")
                                                .orElse("")));
            }
        }
    }
}
