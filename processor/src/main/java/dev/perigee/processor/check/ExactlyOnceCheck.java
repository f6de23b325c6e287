package dev.perigee.processor.check;

import dev.perigee.lua.check.WriteProof;
import dev.perigee.lua.facts.CommandUse;
import dev.perigee.lua.syntax.Shebang;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.JavaPlace;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import dev.perigee.processor.slots.OperationKey;
import dev.perigee.processor.slots.SlotProof;
import dev.perigee.processor.slots.SlotProver;
import java.util.Locale;
import java.util.Set;

/** A method with {@code @ExactlyOnce} has a place for its record, and a script that can write it. */
final class ExactlyOnceCheck implements MethodCheck {

    /** After them, the record is written to another database than it is looked for in. */
    private static final Set<String> OTHER_DATABASE = Set.of("select", "swapdb");

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (method.operation() == null || script == null || !script.parsed().isValid()) {
            return;
        }
        checkSlot(method, report);
        checkScript(method, script, report);
    }

    /** What else is wrong with the slots is reported by others. */
    private static void checkSlot(ScriptMethod method, Report report) {
        boolean otherwise =
                !method.declaration().runtimeSlots() && !(SlotProver.prove(method.keys()) instanceof SlotProof.Proved);
        if (otherwise || OperationKey.of(method).isPresent()) {
            return;
        }
        String name = method.declaration().name();
        String message = method.keys().isEmpty()
                ? name + " is @ExactlyOnce, and has no key whose slot the record of its reply could share"
                : name
                        + " is @ExactlyOnce, and the slot of its keys is not known before a call, so that the record of its"
                        + " reply cannot share it";
        Finding finding = Finding.of(InterfaceRule.OPERATION_SLOT_UNKNOWN, place(method), message);
        if (!method.keys().isEmpty()) {
            finding = finding.note("KEYS: " + method.describeKeys());
        }
        report.add(finding.help("give the keys templates with a hash tag, as in @Key(\"order:{#id}\")"));
    }

    private static void checkScript(ScriptMethod method, BoundScript script, Report report) {
        String name = method.declaration().name();
        Shebang shebang = script.parsed().chunk().shebang();
        if (shebang != null && shebang.flags().contains("no-writes")) {
            report.add(Finding.of(
                            InterfaceRule.NOT_RECORDABLE,
                            place(method),
                            name + " is @ExactlyOnce, and with the flag no-writes its script cannot write a record")
                    .inScript(script.source(), shebang.span())
                    .help("leave the flag out, or make the method @ReadOnly"));
        } else if (WriteProof.of(script.facts()).isReadOnly()) {
            report.add(Finding.of(
                            InterfaceRule.NOTHING_TO_RECORD,
                            place(method),
                            name + " is @ExactlyOnce, and its script writes nothing, so that it may run twice")
                    .help("leave @ExactlyOnce out: a call of a script that only reads is sent again in any case"));
        }
        for (CommandUse use : script.facts().commands()) {
            if (use.name() != null && OTHER_DATABASE.contains(use.name().toLowerCase(Locale.ROOT))) {
                report.add(Finding.of(
                                InterfaceRule.NOT_RECORDABLE,
                                place(method),
                                name + " is @ExactlyOnce, and after " + use.name()
                                        + " its record would be written into another database")
                        .inScript(script.source(), use.nameSpan())
                        .help("give each database a connection of its own"));
            }
        }
    }

    private static JavaPlace place(ScriptMethod method) {
        return method.declaration().delivery().place();
    }
}
