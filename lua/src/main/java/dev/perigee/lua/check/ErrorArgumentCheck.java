package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.function.Consumer;

/** What is raised as an error has a message. A table without one crashes most servers. */
final class ErrorArgumentCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (FunctionCall call : facts.calls()) {
            boolean raised =
                    call.function().equals("error") && !call.arguments().isEmpty();
            if (raised && call.arguments().get(0).value().all(ErrorArgumentCheck::isWithoutMessage)) {
                report.accept(ScriptFinding.of(
                                ScriptRule.ERROR_WITHOUT_MESSAGE,
                                call.span(),
                                "this table has no field err, and raising such a table crashes the server")
                        .help("raise a text, or {err = 'CODE what is wrong'}"));
            }
        }
    }

    private static boolean isWithoutMessage(Atom atom) {
        if (atom instanceof Atom.Failure failure) {
            return isNil(failure.message());
        } else if (atom instanceof Atom.Table table) {
            Value message = table.fields().get("err");
            boolean isClosed = table.isClosed() || table.reply() != null;
            return message == null ? isClosed : isNil(message);
        }
        return atom instanceof Atom.Status;
    }

    private static boolean isNil(Value message) {
        return message.all(Atom.Nil.class::isInstance);
    }
}
