package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.InvalidCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import java.util.function.Consumer;

/** What is called is a function, and so is what a {@code for … in} goes through. */
final class InvalidCallCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (InvalidCall call : facts.invalidCalls()) {
            String what =
                    CommandArgumentCheck.describe(call.callee().value().atoms().get(0));
            report.accept(
                    call.iteration()
                            ? ScriptFinding.of(
                                            ScriptRule.NOT_A_FUNCTION,
                                            call.span(),
                                            "for … in calls what stands after in, and this is "
                                                    + describe(
                                                            call.callee()
                                                                    .value()
                                                                    .atoms()
                                                                    .get(0),
                                                            what))
                                    .help("go through the elements of a table with ipairs(…), or pairs(…)")
                            : ScriptFinding.of(
                                    ScriptRule.NOT_A_FUNCTION,
                                    call.callee().span(),
                                    "this is called, and is "
                                            + describe(
                                                    call.callee()
                                                            .value()
                                                            .atoms()
                                                            .get(0),
                                                    what)
                                            + ", not a function"));
        }
    }

    private static String describe(Atom atom, String otherwise) {
        if (atom instanceof Atom.Text) {
            return "a string";
        }
        return atom instanceof Atom.Numeric ? "a number" : otherwise;
    }
}
