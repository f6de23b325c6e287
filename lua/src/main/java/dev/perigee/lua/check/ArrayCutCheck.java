package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Value;
import java.util.function.Consumer;

/** Arrays that are returned have no nil in them: Redis stops at the first. */
final class ArrayCutCheck implements ScriptCheck {

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Return result : facts.returns()) {
            for (Argument value : result.values()) {
                for (Atom atom : value.value().atoms()) {
                    if (atom instanceof Atom.Table table && table.reply() == null) {
                        check(table, value.span(), report);
                    }
                }
            }
        }
    }

    private static void check(Atom.Table table, Span span, Consumer<ScriptFinding> report) {
        int last = 0;
        for (Object key : table.fields().keySet()) {
            last = key instanceof Integer position ? Math.max(last, position) : last;
        }
        for (int i = 1; i < last; i++) {
            Value element = table.fields().get(i);
            boolean cut = element == null ? table.rest() == null : element.equals(Value.NIL);
            boolean mayBeCut = element != null && element.any(ArrayCutCheck::isWrittenNil);
            if (cut || (mayBeCut && isPresentAfter(table, i, last))) {
                report.accept(ScriptFinding.of(
                                ScriptRule.ARRAY_CUT,
                                span,
                                "element " + i + " of this array " + (cut ? "is" : "can be")
                                        + " nil, and Redis sends nothing from there on" + (cut ? "" : " then"))
                        // What another variable says may go together with whether this one is nil.
                        .as(cut ? Severity.WARNING : Severity.NOTE)
                        .help("put false in its place, which is sent as nil"));
                return;
            }
        }
    }

    /** Not one that only the analysis cannot rule out. */
    private static boolean isWrittenNil(Atom atom) {
        return atom instanceof Atom.Nil nil && nil.source() == null;
    }

    /** Whether an element after a position is never nil: where others are nil along with the one there, no more is lost. */
    private static boolean isPresentAfter(Atom.Table table, int position, int last) {
        for (int i = position + 1; i <= last; i++) {
            Value element = table.fields().get(i);
            if (element != null
                    && element.all(atom -> !(atom instanceof Atom.Nil) && !(atom instanceof Atom.Unknown))) {
                return true;
            }
        }
        return false;
    }
}
