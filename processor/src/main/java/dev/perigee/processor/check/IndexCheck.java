package dev.perigee.processor.check;

import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.IndexUse;
import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.ArgumentLayout;
import dev.perigee.processor.model.BoundScript;
import dev.perigee.processor.model.ScriptMethod;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every constant index of KEYS and ARGV is one of a key or argument that the method passes. */
final class IndexCheck implements MethodCheck {

    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

    private static final Map<Long, String> SUFFIXES = Map.of(1L, "st", 2L, "nd", 3L, "rd");

    @Override
    public void check(ScriptMethod method, Report report) {
        BoundScript script = method.script();
        if (script == null || !script.parsed().isValid()) {
            return;
        }
        for (IndexUse use : script.facts().keys().constantIndexes()) {
            if (use.isPosition()
                    && !method.keyCountVaries()
                    && use.index() > method.keys().size()) {
                report.add(keyOutOfRange(method, script, use));
            }
        }
        ArgumentLayout layout = method.layout();
        for (IndexUse use : script.facts().argv().constantIndexes()) {
            if (use.isPosition() && !layout.has(use.index())) {
                report.add(argumentOutOfRange(method, script, use));
            }
        }
    }

    private static Finding keyOutOfRange(ScriptMethod method, BoundScript script, IndexUse use) {
        int keys = method.keys().size();
        Finding finding = Finding.of(
                        ScriptRule.KEYS_OUT_OF_RANGE,
                        method.declaration().place(),
                        "KEYS[" + (long) use.index() + "] is out of range: "
                                + method.declaration().name() + " declares " + count(keys, "key"))
                .inScript(script.source(), use.span());
        return withList(finding, "KEYS", method.describeKeys())
                .help("declare the " + ordinal(use.index()) + " key with @Key" + alternatives("KEYS", keys));
    }

    private static Finding argumentOutOfRange(ScriptMethod method, BoundScript script, IndexUse use) {
        int arguments = method.layout().fixed().size();
        Finding finding = Finding.of(
                        InterfaceRule.ARGV_OUT_OF_RANGE,
                        method.declaration().place(),
                        "ARGV[" + (long) use.index() + "] is out of range: "
                                + method.declaration().name() + " passes " + count(arguments, "argument"))
                .inScript(script.source(), use.span());
        boolean withArg = arguments + usedInKeysOnly(method).size() >= use.index();
        String help = !withArg
                ? "add the " + ordinal(use.index()) + " argument as a parameter"
                : "a parameter that a key uses is passed as an argument only with @Arg: "
                        + String.join(", ", usedInKeysOnly(method));
        return withList(finding, "ARGV", method.describeArguments()).help(help + alternatives("ARGV", arguments));
    }

    private static List<String> usedInKeysOnly(ScriptMethod method) {
        List<String> arguments =
                method.arguments().stream().map(argument -> argument.name()).toList();
        return method.declaration().parameters().stream()
                .map(parameter -> parameter.name())
                .filter(name -> !arguments.contains(name))
                .toList();
    }

    private static Finding withList(Finding finding, String array, String description) {
        return description.isEmpty() ? finding : finding.note(array + ": " + description);
    }

    private static String count(int count, String what) {
        return switch (count) {
            case 0 -> "no " + what + "s";
            case 1 -> "1 " + what;
            default -> count + " " + what + "s";
        };
    }

    private static String ordinal(double index) {
        if (index <= ORDINALS.size()) {
            return ORDINALS.get((int) index - 1);
        }
        long number = (long) index;
        String suffix = number % 100 / 10 == 1 ? "th" : SUFFIXES.getOrDefault(number % 10, "th");
        return number + suffix;
    }

    private static String alternatives(String array, int count) {
        if (count == 0 || count > 4) {
            return "";
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> array + "[" + i + "]")
                .collect(Collectors.joining(" or ", ", or use ", ""));
    }
}
