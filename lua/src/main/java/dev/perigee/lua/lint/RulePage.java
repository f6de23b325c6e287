package dev.perigee.lua.lint;

import dev.perigee.lua.diagnostics.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule's page of the documentation, which the jar has in it.
 *
 * @param title what is wrong, in a few words
 * @param summary the first paragraph, in one line
 * @param description what stands before the examples, without links
 * @param markdown all of it, without links to other pages
 */
record RulePage(String title, String summary, String description, String markdown) {

    private static final Pattern FORM =
            Pattern.compile("# PG\\d+: ([^\\n]+)\\n\\n[^\\n]+\\n\\n(.*?)(?:\\n## .*)?", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->\\n*", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[([^]\\n]+)]\\([^):]+\\)");

    private static final Pattern ADDRESS = Pattern.compile("\\[([^]\\n]+)]\\((http[^)]+)\\)");

    /** The page of a rule; each has one. */
    static RulePage of(Rule rule) {
        String text =
                LINK.matcher(COMMENT.matcher(read(rule.code())).replaceAll("")).replaceAll("$1");
        Matcher page = FORM.matcher(text);
        if (!page.matches()) {
            throw new IllegalStateException("the page of " + rule.code() + " has another form");
        }
        String description = ADDRESS.matcher(page.group(2).strip()).replaceAll("$1 ($2)");
        String summary = description.split("\\n\\n", 2)[0].replace('\n', ' ');
        return new RulePage(page.group(1), summary, description, text);
    }

    private static String read(String code) {
        try (InputStream page = RulePage.class.getResourceAsStream("rules/" + code + ".md")) {
            if (page == null) {
                throw new IllegalStateException("there is no page of " + code);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
