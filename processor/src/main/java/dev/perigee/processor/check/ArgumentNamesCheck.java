package dev.perigee.processor.check;

import dev.perigee.lua.facts.NamedInput;
import dev.perigee.lua.value.Atom.Inputs.Array;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.ArgumentLayout.Position;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The script does not call an argument by the name of another: {@code local quantity = ARGV[1]}, where that is the user. */
final class ArgumentNamesCheck implements MethodCheck {

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null || !script.parsed().isValid()) {
            return;
        }
        List<Position> positions = method.layout().fixed();
        Set<Set<Integer>> reported = new HashSet<>();
        for (NamedInput named : script.facts().names()) {
            boolean known = named.array() == Array.ARGV && named.index() > 0 && named.index() <= positions.size();
            if (!known || isCalled(named.name(), positions.get(named.index() - 1))) {
                continue;
            }
            int other = meant(named.name(), positions);
            if (other > 0 && reported.add(Set.of(named.index(), other))) {
                report.add(Finding.of(
                                InterfaceRule.NAMES_EXCHANGED,
                                method.declaration().place(),
                                "ARGV[" + named.index() + "] is "
                                        + positions.get(named.index() - 1).name() + ", and the script calls it "
                                        + named.name() + ", which is ARGV[" + other + "]")
                        .inScript(script.source(), named.span())
                        .note("ARGV: " + method.describeArguments())
                        .help("exchange the parameters, or the indexes in the script"));
            }
        }
    }

    /** The place of the argument that has the name; 0 if there is none, or it may be one of several. */
    private static int meant(String name, List<Position> positions) {
        List<Position> called = positions.stream()
                .filter(position -> !position.isCount() && isCalled(name, position))
                .toList();
        boolean clear = called.size() == 1
                || (called.size() > 1
                        && called.stream().noneMatch(position -> position.name().contains(".")));
        return clear ? positions.indexOf(called.get(0)) + 1 : 0;
    }

    /** By its own name, or with that of the record that it is a component of. */
    private static boolean isCalled(String luaName, Position position) {
        return same(luaName, position.simpleName())
                || same(luaName, position.name().replace(".", ""));
    }

    /** An underscore alone is no name, but says that the value is not used. */
    private static boolean same(String luaName, String javaName) {
        String plain = plain(luaName);
        return !plain.isEmpty() && plain.equals(plain(javaName));
    }

    private static String plain(String name) {
        String plain = name.replace("_", "").toLowerCase(Locale.ROOT);
        return plain.length() > 1 && plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
