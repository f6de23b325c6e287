package dev.perigee.lua.check;

import dev.perigee.lua.commands.Target;
import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.LibraryUse;
import dev.perigee.lua.facts.ScriptFacts;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Libraries have the fields that are used, and none of them is assigned to. That the library is there is {@link GlobalCheck}'s. */
final class SandboxCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        Set<String> written = facts.libraries().stream()
                .filter(LibraryUse::written)
                .map(SandboxCheck::name)
                .collect(Collectors.toSet());
        for (LibraryUse use : facts.libraries()) {
            if (use.written()) {
                report.accept(ScriptFinding.of(
                                ScriptRule.LIBRARY_ASSIGNMENT,
                                use.span(),
                                use.library() + " belongs to all scripts of the server, and may not be changed")
                        .help("keep the function in a local variable"));
            } else if (!written.contains(name(use)) && isMissed(use, settings.target())) {
                report.accept(missing(use, settings.target()));
            }
        }
    }

    private static String name(LibraryUse use) {
        return use.library() + "." + use.field();
    }

    /** Whether the library lacks the field, and the script does not reckon with that. */
    private static boolean isMissed(LibraryUse use, Target target) {
        return !use.isTest()
                && !use.isGuarded()
                && Sandbox.isGlobal(use.library(), target)
                && !Sandbox.hasField(use.library(), use.field(), target);
    }

    private static ScriptFinding missing(LibraryUse use, Target target) {
        String instead = Sandbox.insteadOfField(name(use));
        return ScriptFinding.of(
                        ScriptRule.NOT_IN_SANDBOX,
                        use.span(),
                        "there is no " + name(use) + " on " + target.id() + ", so this is nil")
                .help(
                        instead != null
                                ? instead
                                : Nearest.to(use.field(), Sandbox.fields(use.library()))
                                        .map(near -> "did you mean " + use.library() + "." + near + "?")
                                        .orElse(""));
    }
}
