package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.Comment;
import dev.perigee.lua.syntax.SourceText;
import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says to leave a rule unreported: {@code -- perigee: allow PG603 reason}. One that names several, {@code
 * -- perigee: allow PG603, PG501 reason}, is as many.
 *
 * @param code the code, as it is written; empty if there is none
 * @param reason the reason; empty if there is none
 * @param span the comment
 * @param lines what it covers
 */
public record SuppressionComment(String code, String reason, Span span, CoveredLines lines) {

    /** Whatever comes first is taken for a code, and what looks like one after it; then the reason. */
    private static final Pattern ALLOW = Pattern.compile(
            "\\s*+perigee:\\s*+allow(?:\\s++[\\s,:]*+([^\\s,:]++(?:[\\s,]++(?i:PG)\\d\\w*+(?![^\\s,:]))*)[\\s,:]*+(.*)|[\\s,:]*+)",
            Pattern.DOTALL);

    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    /** Those among a script's comments. */
    public static List<SuppressionComment> among(List<Comment> comments, SourceText source) {
        List<SuppressionComment> found = new ArrayList<>();
        for (int i = 0; i < comments.size(); i++) {
            Comment comment = comments.get(i);
            Matcher allow = ALLOW.matcher(comment.text());
            if (allow.matches()) {
                boolean bare = allow.group(1) == null;
                String reason = bare ? "" : allow.group(2).strip();
                CoveredLines lines = CoveredLines.of(i, comments, source);
                for (String code : SEPARATOR.split(bare ? "" : allow.group(1), -1)) {
                    found.add(new SuppressionComment(code, reason, comment.span(), lines));
                }
            }
        }
        return found;
    }

    /**
     * What to do if it covers nothing.
     *
     * @param elsewhere the lines on which its rule finds something
     */
    public String unusedHelp(Rule rule, List<Integer> elsewhere) {
        return lines.help(rule, elsewhere);
    }
}
