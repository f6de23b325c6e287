package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.Comment;
import dev.perigee.lua.syntax.SourceText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lines of a script that a suppression in it covers: those it stands on, and the one below. Comments on lines of their
 * own that follow one another count as one, so that suppressions may stack.
 *
 * @param first the first line, from 1
 * @param last the last, the same or a later one
 */
public record CoveredLines(int first, int last) {

    /** The lines that a comment covers. */
    static CoveredLines of(int index, List<Comment> comments, SourceText source) {
        int last = index;
        while (last + 1 < comments.size() && follows(comments.get(last), comments.get(last + 1), source)) {
            last++;
        }
        return new CoveredLines(
                source.line(comments.get(index).span().start()), lastLine(comments.get(last), source) + 1);
    }

    private static boolean follows(Comment above, Comment below, SourceText source) {
        return isAlone(above, source)
                && isAlone(below, source)
                && lastLine(above, source) + 1 == source.line(below.span().start());
    }

    private static int lastLine(Comment comment, SourceText source) {
        return source.line(comment.span().end());
    }

    private static boolean isAlone(Comment comment, SourceText source) {
        int start = comment.span().start();
        int before = start - source.column(start) + 1;
        int after = comment.span().end();
        String text = source.text();
        while (before < start && Character.isWhitespace(text.charAt(before))) {
            before++;
        }
        while (after < text.length() && Character.isWhitespace(text.charAt(after)) && !isLineEnd(text, after)) {
            after++;
        }
        return before == start && (after == text.length() || isLineEnd(text, after));
    }

    private static boolean isLineEnd(String text, int at) {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    /** The lines, in order. */
    public IntStream lines() {
        return IntStream.rangeClosed(first, last);
    }

    /** What to do about a suppression of a rule that covers none of the findings, which are on other lines if there are any. */
    String help(Rule rule, Collection<Integer> elsewhere) {
        String covered = "it covers lines " + first + (last == first + 1 ? " and " : " to ") + last;
        if (elsewhere.isEmpty()) {
            return covered + "; remove it";
        }
        String lines = elsewhere.stream()
                .distinct()
                .sorted()
                .limit(3)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return covered + "; " + rule.code() + " is on line" + (elsewhere.size() == 1 ? " " : "s ") + lines;
    }
}
