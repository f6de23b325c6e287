package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.Nearest;
import dev.perigee.lua.facts.ArrayUse;
import dev.perigee.lua.facts.GlobalUse;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Argument;
import dev.perigee.processor.model.ArgumentLayout;
import dev.perigee.processor.model.ArgumentLayout.Position;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.Key;
import dev.perigee.processor.model.ScriptMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        checkArguments(method, script, report);
    }

    /** A component of a record may be there for others; not all of them. */
    private static void checkArguments(ScriptMethod method, BoundScript script, Report report) {
        ArrayUse use = script.facts().argv();
        ArgumentLayout layout = method.layout();
        boolean known =
                use.constantIndexes().stream().allMatch(index -> index.isPosition() && layout.has(index.index()));
        if (use.dynamic() || isMisspelt("ARGV", script) || !known) {
            return;
        }
        Set<Argument> mentioned = new HashSet<>();
        for (int i = 0; i < layout.fixed().size(); i++) {
            if (mentions(use.constantIndexes(), i + 1)) {
                mentioned.add(layout.fixed().get(i).argument());
            }
        }
        boolean restMentioned = use.highestPosition() > layout.fixed().size();
        for (Argument argument : method.arguments()) {
            boolean inRest = layout.rest().stream()
                    .anyMatch(position -> position.argument().equals(argument));
            if (!mentioned.contains(argument) && !(inRest && restMentioned)) {
                report.add(unused(method, script, argument));
            }
        }
    }

    private static Finding unused(ScriptMethod method, BoundScript script, Argument argument) {
        List<Position> fixed = method.layout().fixed();
        String places = IntStream.range(0, fixed.size())
                .filter(i -> fixed.get(i).argument().equals(argument))
                .mapToObj(i -> "ARGV[" + (i + 1) + "]")
                .collect(Collectors.joining(" or "));
        return Finding.of(
                        InterfaceRule.UNUSED_ARGUMENT,
                        argument.parameter().place(),
                        method.declaration().name() + ": " + script.source().path() + " never mentions "
                                + (places.isEmpty() ? "" : places + ", ") + argument.name())
                .help("remove the parameter, or use it in the script");
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
