package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.facts.ArrayUse;
import dev.perigee.lua.facts.GlobalUse;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.ScriptMethod;
import java.util.List;

/** The script mentions every key and argument. Silent where it reads KEYS or ARGV in a way that may mean any of them. */
final class UnusedInputCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null || !script.parsed().isValid()) {
            return;
        }
        ArrayUse keys = script.facts().keys();
        if (!keys.dynamic()
                && !isMisspelt("KEYS", script)
                && !method.keyCountVaries()
                && inRange(keys, method.keys().size())) {
            for (int i = 0; i < method.keys().size(); i++) {
                if (!mentions(keys.constantIndexes(), i + 1)) {
                    Key key = method.keys().get(i);
                    report.add(Finding.of(
                                    InterfaceRule.UNUSED_KEY,
                                    key.place(),
                                    method.declaration().name() + ": "
                                            + script.source().path() + " never mentions KEYS[" + (i + 1) + "], "
                                            + key.text())
                            .help("remove the key, or use it in the script"));
                }
            }
        }
        ArrayUse arguments = script.facts().argv();
        if (!arguments.dynamic()
                && !isMisspelt("ARGV", script)
                && inRange(arguments, method.arguments().size())) {
            for (int i = 0; i < method.arguments().size(); i++) {
                if (!mentions(arguments.constantIndexes(), i + 1)) {
                    report.add(Finding.of(
                                    InterfaceRule.UNUSED_ARGUMENT,
                                    method.arguments().get(i).parameter().place(),
                                    method.declaration().name() + ": "
                                            + script.source().path()
                                            + " never mentions ARGV[" + (i + 1) + "], "
                                            + method.arguments().get(i).name())
                            .help("remove the parameter, or use it in the script"));
                }
            }
        }
    }

    /** Whether it may be the array that was meant by a global that does not exist. */
    private static boolean isMisspelt(String array, BoundScript script) {
        return script.facts().globals().stream()
                .map(GlobalUse::name)
                .anyMatch(name ->
                        !name.equals(array) && Nearest.to(name, List.of(array)).isPresent());
    }

    /** Otherwise it may be the one that was meant by an index that is wrong. */
    private static boolean inRange(ArrayUse use, int count) {
        return use.constantIndexes().stream().allMatch(index -> index.isPosition() && index.index() <= count);
    }

    private static boolean mentions(List<IndexUse> uses, int index) {
        return uses.stream().anyMatch(use -> use.index() == index);
    }
}
