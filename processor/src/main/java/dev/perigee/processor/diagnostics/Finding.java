package dev.perigee.processor.diagnostics;

import dev.perigee.lua.diagnostics.Excerpt;
import dev.perigee.lua.diagnostics.Rule;
import dev.perigee.lua.diagnostics.Severity;
import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing the processor found, as data. Immutable; the {@code with} methods make another.
 *
 * @param rule the rule
 * @param severity how much it weighs
 * @param place where in the Java source
 * @param message what is wrong, in one line
 * @param script the place in the script, if it is about one
 * @param template the place in a key template, if it is about one
 * @param notes more lines, each about one thing
 * @param help what to do, if there is something to propose
 */
public record Finding(
        Rule rule,
        Severity severity,
        JavaPlace place,
        String message,
        @Nullable Excerpt script,
        @Nullable Excerpt template,
        List<String> notes,
        @Nullable String help) {

    public Finding {
        notes = List.copyOf(notes);
    }

    /** A finding with nothing but its message. */
    public static Finding of(Rule rule, JavaPlace place, String message) {
        return new Finding(rule, rule.severity(), place, message, null, null, List.of(), null);
    }

    /** The same with another weight. */
    public Finding as(Severity other) {
        return new Finding(rule, other, place, message, script, template, notes, help);
    }

    /** The same at a place in a script. */
    public Finding inScript(SourceText source, Span span) {
        return new Finding(rule, severity, place, message, new Excerpt(source, span), template, notes, help);
    }

    /** The same at a place in a key template. */
    public Finding inTemplate(String text, Span span) {
        return new Finding(
                rule, severity, place, message, script, new Excerpt(new SourceText("", text), span), notes, help);
    }

    /** The same with one more note. */
    public Finding note(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Finding(rule, severity, place, message, script, template, more, help);
    }

    /** The same with help; with none if it is empty. */
    public Finding help(String text) {
        return new Finding(rule, severity, place, message, script, template, notes, text.isEmpty() ? null : text);
    }

    /** The text shown to the user, without what the compiler puts in front. */
    public String render() {
        StringBuilder text = new StringBuilder("[").append(rule.code()).append("] ");
        if (script != null) {
            text.append(script.position()).append(": ");
        }
        text.append(message);
        if (script != null) {
            text.append('\n').append(script.numbered());
        }
        if (template != null && !template.source().text().isEmpty()) {
            text.append('\n').append(template.indented());
        }
        for (String note : notes) {
            text.append("\n  ").append(note);
        }
        if (help != null) {
            text.append("\n  help: ").append(help.replace("\n", "\n        "));
        }
        return text.toString();
    }
}
