package dev.perigee.lua.check;

import dev.perigee.lua.diagnostics.ScriptFinding;
import dev.perigee.lua.diagnostics.ScriptRule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.facts.Argument;
import dev.perigee.lua.facts.Return;
import dev.perigee.lua.facts.ScriptFacts;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import java.util.Set;
import java.util.function.Consumer;

/** Tables that are returned are arrays: Redis sends no fields with names. */
final class FieldsLostCheck implements ScriptCheck {

    private static final int MOST_DEPTH = 4;

    /** Fields that make another type of reply of a table. */
    private static final Set<String> REPLIES =
            Set.of("ok", "err", "double", "map", "set", "big_number", "verbatim_string", "ignore_error_stats_update");

    @Override
    public void check(ScriptFacts facts, Settings settings, Consumer<ScriptFinding> report) {
        for (Return result : facts.returns()) {
            if (!result.values().isEmpty()) {
                Argument value = result.values().get(0);
                value.value().atoms().forEach(atom -> check(atom, value.span(), 0, report));
            }
        }
    }

    private static void check(Atom atom, Span span, int depth, Consumer<ScriptFinding> report) {
        if (!(atom instanceof Atom.Table table) || table.reply() != null || depth > MOST_DEPTH) {
            return;
        }
        Set<Object> keys = table.fields().keySet();
        if (!hasNames(keys)) {
            if (table.named() == null) {
                inner(table, span, depth, report);
            } else {
                boolean all = keys.isEmpty() && table.rest() == null;
                report(span, "the fields whose names the script is given are lost", "name, value", all, report);
            }
            return;
        }
        if (keys.stream().anyMatch(REPLIES::contains)) {
            return;
        }
        String lost = keys.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(key -> !key.isEmpty() && !Character.isDigit(key.charAt(0)) && key.charAt(0) != '-')
                .sorted()
                .findFirst()
                .orElse("");
        if (!lost.isEmpty()) {
            boolean all = keys.stream().noneMatch(Integer.class::isInstance) && table.rest() == null;
            report(span, "the field " + lost + " is lost", "'" + lost + "'", all, report);
            return;
        }
        inner(table, span, depth, report);
    }

    private static void report(Span span, String what, String start, boolean all, Consumer<ScriptFinding> report) {
        report.accept(ScriptFinding.of(
                        ScriptRule.FIELDS_LOST,
                        span,
                        "Redis sends only the elements 1, 2, … of a table: " + what
                                + (all ? ", and the reply is an empty array" : ""))
                .as(all ? Severity.ERROR : Severity.WARNING)
                .help("return names and values in turn, {" + start + ", …}, or cjson.encode(…)"));
    }

    private static boolean hasNames(Set<Object> keys) {
        for (Object key : keys) {
            if (key instanceof String) {
                return true;
            }
        }
        return false;
    }

    private static void inner(Atom.Table table, Span span, int depth, Consumer<ScriptFinding> report) {
        table.fields().values().forEach(field -> field.atoms().forEach(inner -> check(inner, span, depth + 1, report)));
        if (table.rest() != null) {
            table.rest().atoms().forEach(inner -> check(inner, span, depth + 1, report));
        }
    }
}
