package dev.perigee.processor.diagnostics;

import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.ScriptRule;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All rules: those about scripts alone, and those about interfaces. */
public final class Rules {

    private static final List<Rule> ALL = Stream.<Rule>concat(
                    Arrays.stream(InterfaceRule.values()), Arrays.stream(ScriptRule.values()))
            .sorted(Comparator.comparing(Rule::code))
            .toList();

    private Rules() {}

    /** All rules, by code. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The rule with this code, in any case. */
    public static Optional<Rule> ofCode(String code) {
        return ALL.stream().filter(rule -> rule.code().equalsIgnoreCase(code)).findFirst();
    }
}
