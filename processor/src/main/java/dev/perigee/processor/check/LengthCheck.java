package dev.perigee.processor.check;

import dev.perigee.processor.diagnostics.Finding;
import dev.perigee.processor.diagnostics.InterfaceRule;
import dev.perigee.processor.diagnostics.Report;
import dev.perigee.processor.model.Argument;
import dev.perigee.processor.model.ArgumentType;
import dev.perigee.processor.model.ScriptMethod;
import java.util.ArrayList;
import java.util.List;

/** The script can tell where each argument begins: all parts of any length but one are counted, and all in elements. */
final class LengthCheck implements MethodCheck {

    /**
     * A part of any length whose elements are not counted.
     *
     * @param name its name: {@code lines[].tags}
     * @param argument the argument that it is, or is a part of
     * @param repeated the name of what it is a part of the elements of; empty if it comes once
     */
    private record Open(String name, Argument argument, String repeated) {

        /** Where {@code @Arg} belongs. */
        String owner() {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? name : "the component " + name.substring(dot + 1);
        }
    }

    @Override
    public void check(ScriptMethod method, Report report) {
        List<Open> open = new ArrayList<>();
        method.arguments().forEach(argument -> collect(argument.name(), argument.type(), argument, "", open));
        Open first = null;
        for (Open part : open) {
            if (!part.repeated().isEmpty()) {
                report.add(finding(
                        method,
                        part,
                        "each element of " + part.repeated() + " has " + part.name()
                                + ", and the script cannot tell where they end"));
            } else if (first == null) {
                first = part;
            } else {
                report.add(finding(
                        method,
                        part,
                        first.name() + " and " + part.name()
                                + " both have any length, and the script cannot tell where one ends"));
            }
        }
    }

    private static Finding finding(ScriptMethod method, Open part, String problem) {
        return Finding.of(
                        InterfaceRule.LENGTH_UNKNOWN,
                        part.argument().parameter().place(),
                        method.declaration().name() + ": " + problem)
                .note("ARGV: " + method.describeArguments())
                .help("pass the number of elements before them: @Arg(count = true) on " + part.owner());
    }

    private static void collect(String name, ArgumentType type, Argument argument, String repeated, List<Open> open) {
        if (type instanceof ArgumentType.Many many) {
            add(many.counted(), name, argument, repeated, open);
            collect(name + "[]", many.element(), argument, name, open);
        } else if (type instanceof ArgumentType.Entries entries) {
            add(entries.counted(), name, argument, repeated, open);
            collect(name + "[].key", entries.key(), argument, name, open);
            collect(name + "[].value", entries.value(), argument, name, open);
        } else if (type instanceof ArgumentType.Components components) {
            components
                    .components()
                    .forEach(component ->
                            collect(name + "." + component.name(), component.type(), argument, repeated, open));
        }
    }

    private static void add(boolean counted, String name, Argument argument, String repeated, List<Open> open) {
        if (!counted) {
            open.add(new Open(name, argument, repeated));
        }
    }
}
