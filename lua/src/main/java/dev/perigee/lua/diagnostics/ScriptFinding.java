package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing found in a script, as data. Immutable; the methods make another.
 *
 * @param rule the rule
 * @param severity how much it weighs
 * @param span where in the script
 * @param message what is wrong, in one line
 * @param notes more lines, each about one thing
 * @param help what to do, if there is something to propose
 */
public record ScriptFinding(
        Rule rule,
        Severity severity,
        Span span,
        String message,
        List<String> notes,
        @Nullable String help) {

    public ScriptFinding {
        notes = List.copyOf(notes);
    }

    /** A finding with nothing but its message. */
    public static ScriptFinding of(Rule rule, Span span, String message) {
        return new ScriptFinding(rule, rule.severity(), span, message, List.of(), null);
    }

    /** The same with another weight. */
    public ScriptFinding as(Severity other) {
        return new ScriptFinding(rule, other, span, message, notes, help);
    }

    /** The same with one more note. */
    public ScriptFinding note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new ScriptFinding(rule, severity, span, message, more, help);
    }

    /** The same with help; with none if it is empty. */
    public ScriptFinding help(String text) {
        return new ScriptFinding(rule, severity, span, message, notes, text.isEmpty() ? null : text);
    }
}
