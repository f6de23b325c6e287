package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Concatenation;
import dev.perigee.lua.facts.FunctionCall;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Large numbers are not written as text by Lua, which keeps 14 digits. */
final class NumberAsTextCheck implements ScriptCheck {

    /** The least number that {@code %.14g} does not write in full. */
    private static final double LIMIT = 1e14;

    /** Less than the seconds since 1970. */
    private static final double NOW = 1.5e9;

    /** Functions that write all the numbers they are given, those in a table as well. */
    private static final Set<String> WRITERS = Set.of("tostring", "cjson.encode", "table.concat");

    /** A specification of {@code string.format}, without the two percent signs that stand for one. */
    private static final Pattern SPECIFICATION = Pattern.compile("%[-+ #0-9.]*([a-zA-Z%])");

    private static final int MOST_DEPTH = 4;

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Concatenation concatenation : facts.concatenations()) {
            concatenation.operands().forEach(operand -> check(operand, "..", 0, report));
        }
        for (FunctionCall call : facts.calls()) {
            if (WRITERS.contains(call.function())) {
                call.arguments().forEach(argument -> check(argument, call.function(), MOST_DEPTH, report));
            } else if (call.function().equals("string.format")) {
                texts(call).forEach(argument -> check(argument, "%s", 0, report));
            }
        }
    }

    /** What is written by {@code %s}. */
    private static List<Argument> texts(FunctionCall call) {
        String format = call.arguments().isEmpty()
                ? null
                : call.arguments().get(0).value().literal();
        List<Argument> texts = new ArrayList<>();
        Matcher specification = SPECIFICATION.matcher(format == null ? "" : format);
        int argument = 0;
        while (specification.find()) {
            argument += specification.group(1).equals("%") ? 0 : 1;
            if (specification.group(1).equals("s")
                    && argument < call.arguments().size()) {
                texts.add(call.arguments().get(argument));
            }
        }
        return texts;
    }

    private static void check(Argument argument, String by, int depth, Consumer<ScriptFinding> report) {
        if (argument.value().any(atom -> isLarge(atom) || hasLarge(atom, depth))) {
            report.accept(ScriptFinding.of(
                            ScriptRule.NUMBER_AS_TEXT,
                            argument.span(),
                            by + " writes numbers with 14 digits, so "
                                    + (argument.value().any(NumberAsTextCheck::isLarge)
                                            ? "this one"
                                            : "one in this table")
                                    + " becomes 1.7e+15 or the like")
                    .help("write it in full: string.format('%.0f', …)"));
        }
    }

    /** Whether there is such a number in a table, at most so deep in it. */
    private static boolean hasLarge(Atom atom, int depth) {
        return depth > 0
                && atom instanceof Atom.Table table
                && Stream.concat(table.fields().values().stream(), Stream.ofNullable(table.rest()))
                        .anyMatch(value -> value.any(inner -> isLarge(inner) || hasLarge(inner, depth - 1)));
    }

    private static boolean isLarge(Atom atom) {
        if (!(atom instanceof Atom.Numeric number)) {
            return false;
        }
        Double constant = number.constant();
        if (constant != null) {
            return Math.abs(constant) >= LIMIT && !Double.isInfinite(constant);
        }
        return number.source() instanceof Source.Reply reply
                && reply.command().equals("TIME")
                && reply.element() == 1
                && number.factor() * NOW >= LIMIT;
    }
}
