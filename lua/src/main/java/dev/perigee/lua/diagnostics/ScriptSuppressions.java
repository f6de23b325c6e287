package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.SourceText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What the comments of a script that is checked by itself say to leave unreported, on their lines or the one below. */
public final class ScriptSuppressions {

    private record Entry(Rule rule, SuppressionComment comment) {

        boolean covers(ScriptFinding finding, int line) {
            return isOf(finding)
                    && line >= comment.lines().first()
                    && line <= comment.lines().last();
        }

        boolean isOf(ScriptFinding finding) {
            return rule.code().equals(finding.rule().code())
                    && finding.rule().suppression() == Rule.Suppression.WITH_REASON;
        }
    }

    private final SourceText source;
    private final List<Entry> entries = new ArrayList<>();
    private final List<ScriptFinding> problems = new ArrayList<>();

    private ScriptSuppressions(SourceText source) {
        this.source = source;
    }

    /**
     * Judges the suppressions of a script.
     *
     * @param ofCode the rule of a code, here or elsewhere
     */
    public static ScriptSuppressions of(
            SourceText source, List<SuppressionComment> comments, Function<String, Optional<Rule>> ofCode) {
        ScriptSuppressions suppressions = new ScriptSuppressions(source);
        comments.forEach(comment -> suppressions.add(comment, ofCode.apply(comment.code())));
        return suppressions;
    }

    private void add(SuppressionComment comment, Optional<Rule> rule) {
        SuppressionProblem.of(comment.code(), comment.reason(), rule, Arrays.asList(ScriptRule.values()))
                .ifPresentOrElse(
                        problem -> problems.add(
                                ScriptFinding.of(ScriptRule.INVALID_SUPPRESSION, comment.span(), problem.message())
                                        .help(problem.help())),
                        () -> rule.ifPresent(known -> entries.add(new Entry(known, comment))));
    }

    /**
     * The findings that are not suppressed, and those about the suppressions themselves.
     *
     * @param needless whether a suppression of a rule, on these lines, that covers none of the findings is one too many
     */
    public List<ScriptFinding> apply(List<ScriptFinding> findings, BiPredicate<Rule, CoveredLines> needless) {
        List<ScriptFinding> left = new ArrayList<>(problems);
        List<Entry> unused = new ArrayList<>(entries);
        for (ScriptFinding finding : findings) {
            int line = line(finding);
            List<Entry> covering = entries.stream()
                    .filter(entry -> entry.covers(finding, line))
                    .toList();
            if (covering.isEmpty()) {
                left.add(finding);
            }
            unused.removeAll(covering);
        }
        for (Entry entry : unused) {
            if (needless.test(entry.rule(), entry.comment().lines())) {
                List<Integer> elsewhere =
                        findings.stream().filter(entry::isOf).map(this::line).toList();
                left.add(unused(entry, elsewhere));
            }
        }
        return left;
    }

    private int line(ScriptFinding finding) {
        return source.line(finding.span().start());
    }

    private static ScriptFinding unused(Entry entry, List<Integer> elsewhere) {
        return ScriptFinding.of(
                        ScriptRule.UNUSED_SUPPRESSION,
                        entry.comment().span(),
                        entry.rule().code() + " is suppressed here, and does not occur")
                .help(entry.comment().unusedHelp(entry.rule(), elsewhere));
    }
}
