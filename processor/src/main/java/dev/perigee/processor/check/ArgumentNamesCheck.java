package dev.perigee.processor.check;

import dev.perigee.lua.facts.NamedInput;
import dev.perigee.lua.value.Atom.Inputs.Array;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Argument;
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
        List<Argument> arguments = method.arguments();
        Set<Set<Integer>> reported = new HashSet<>();
        for (NamedInput named : script.facts().names()) {
            boolean known = named.array() == Array.ARGV && named.index() <= arguments.size();
            if (!known || same(named.name(), arguments.get(named.index() - 1).name())) {
                continue;
            }
            for (int i = 0; i < arguments.size(); i++) {
                if (same(named.name(), arguments.get(i).name()) && reported.add(Set.of(named.index(), i + 1))) {
                    report.add(Finding.of(
                                    InterfaceRule.NAMES_EXCHANGED,
                                    method.declaration().place(),
                                    "ARGV[" + named.index() + "] is "
                                            + arguments.get(named.index() - 1).name() + ", and the script calls it "
                                            + named.name() + ", which is ARGV[" + (i + 1) + "]")
                            .inScript(script.source(), named.span())
                            .note("ARGV: " + method.describeArguments())
                            .help("exchange the parameters, or the indexes in the script"));
                    break;
                }
            }
        }
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
