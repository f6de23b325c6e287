package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.Comment;
import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script's comments say to leave unreported: {@code -- perigee: allow PG603 reason}, on the line or the one above it. */
public final class ScriptSuppressions {

    private static final Pattern ALLOW =
            Pattern.compile("\\s*perigee:\\s*allow\\s+(\\S+)\\s*(.*?)\\s*", Pattern.DOTALL);

    private record Entry(String code, int line, Span span) {}

    private final SourceText source;
    private final List<Entry> entries = new ArrayList<>();
    private final List<ScriptFinding> problems = new ArrayList<>();

    private ScriptSuppressions(SourceText source) {
        this.source = source;
    }

    /**
     * Reads the comments of a script.
     *
     * @param known whether there is a rule of a code, in upper case, here or elsewhere
     */
    public static ScriptSuppressions read(SourceText source, List<Comment> comments, Predicate<String> known) {
        ScriptSuppressions suppressions = new ScriptSuppressions(source);
        for (Comment comment : comments) {
            Matcher allow = ALLOW.matcher(comment.text());
            if (allow.matches()) {
                suppressions.add(allow.group(1), allow.group(2), comment.span(), known);
            }
        }
        return suppressions;
    }

    private void add(String code, String reason, Span span, Predicate<String> known) {
        boolean never = ScriptRule.ofCode(code)
                .filter(rule -> rule.suppression() == Rule.Suppression.NEVER)
                .isPresent();
        if (!known.test(code.toUpperCase(java.util.Locale.ROOT))) {
            problem(span, "there is no rule " + code, "the code is printed in brackets at the start of every finding");
        } else if (never) {
            problem(span, code + " cannot be suppressed", "");
        } else if (reason.isBlank()) {
            problem(span, code + " is suppressed without a reason", "say why it does not apply here");
        } else {
            entries.add(new Entry(code.toUpperCase(java.util.Locale.ROOT), source.line(span.start()), span));
        }
    }

    private void problem(Span span, String message, String help) {
        problems.add(
                ScriptFinding.of(ScriptRule.INVALID_SUPPRESSION, span, message).help(help));
    }

    /**
     * The findings that are not suppressed, and those about the suppressions themselves.
     *
     * @param ran whether a rule was checked, so that a suppression of it that covers nothing is one too many
     */
    public List<ScriptFinding> apply(List<ScriptFinding> findings, Predicate<Rule> ran) {
        List<ScriptFinding> left = new ArrayList<>(problems);
        List<Entry> used = new ArrayList<>();
        for (ScriptFinding finding : findings) {
            int line = source.line(finding.span().start());
            boolean covered = false;
            for (Entry entry : entries) {
                boolean here = entry.code().equals(finding.rule().code())
                        && (entry.line() == line || entry.line() == line - 1);
                if (here && finding.rule().suppression() == Rule.Suppression.WITH_REASON) {
                    covered = true;
                    used.add(entry);
                }
            }
            if (!covered) {
                left.add(finding);
            }
        }
        for (Entry entry : entries) {
            boolean checked = ScriptRule.ofCode(entry.code()).filter(ran).isPresent();
            if (checked && !used.contains(entry)) {
                left.add(ScriptFinding.of(
                                ScriptRule.UNUSED_SUPPRESSION,
                                entry.span(),
                                entry.code() + " is suppressed here, and does not occur")
                        .help("remove the suppression"));
            }
        }
        return left;
    }
}
