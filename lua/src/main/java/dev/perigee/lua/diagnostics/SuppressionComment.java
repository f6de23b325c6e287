package dev.perigee.lua.diagnostics;

import dev.perigee.lua.syntax.Comment;
import dev.perigee.lua.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment that says to leave a rule unreported: {@code -- perigee: allow PG603 reason}.
 *
 * @param code the code, as it is written; empty if there is none
 * @param reason the reason; empty if there is none
 * @param span the comment
 */
public record SuppressionComment(String code, String reason, Span span) {

    private static final Pattern ALLOW =
            Pattern.compile("\\s*perigee:\\s*allow(?:\\s+(\\S+)\\s*(.*?))?\\s*", Pattern.DOTALL);

    /** Those among a script's comments. */
    public static List<SuppressionComment> among(List<Comment> comments) {
        List<SuppressionComment> found = new ArrayList<>();
        for (Comment comment : comments) {
            Matcher allow = ALLOW.matcher(comment.text());
            if (allow.matches()) {
                boolean bare = allow.group(1) == null;
                found.add(
                        new SuppressionComment(bare ? "" : allow.group(1), bare ? "" : allow.group(2), comment.span()));
            }
        }
        return found;
    }
}
