package dev.perigee.docs;

import dev.perigee.lua.diagnostics.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The page of a rule.
 *
 * @param rule the rule
 * @param markdown its page
 */
record RulePage(Rule rule, Markdown markdown) {

    static final Path FOLDER = Path.of("rules");

    private static final String ALSO = "also: ";
    private static final String OPTIONS = "options: ";
    private static final String WRONG_OPTIONS = "options here: ";

    static RulePage of(Rule rule) {
        return new RulePage(rule, Markdown.read(FOLDER.resolve(rule.code() + ".md")));
    }

    /** The title without the code. */
    String title() {
        return markdown.lines().get(0).substring(("# " + rule.code() + ": ").length());
    }

    List<Fence> below(String heading) {
        return markdown.fences().stream()
                .filter(fence -> fence.heading().equals(heading))
                .toList();
    }

    /** What the compiler is shown to say. */
    Fence output() {
        return below("Wrong").stream()
                .filter(fence -> fence.language().equals("text"))
                .findFirst()
                .orElseThrow();
    }

    /** The codes of the findings that the wrong example has. */
    List<String> codes() {
        List<String> codes = new ArrayList<>(List.of(rule.code()));
        markdown.comments().stream()
                .filter(comment -> comment.startsWith(ALSO))
                .forEach(comment -> codes.add(comment.substring(ALSO.length())));
        return codes;
    }

    /**
     * The options with which the examples are compiled.
     *
     * @param wrong whether for the wrong example, which may have one of its own
     */
    List<String> options(boolean wrong) {
        List<String> options = new ArrayList<>();
        for (String comment : markdown.comments()) {
            if (comment.startsWith(OPTIONS)) {
                options.add(comment.substring(OPTIONS.length()));
            } else if (wrong && comment.startsWith(WRONG_OPTIONS)) {
                options.add(comment.substring(WRONG_OPTIONS.length()));
            }
        }
        return options;
    }

    /** The line below the title that the rule asks for. */
    String summary() {
        return "Severity: " + severity() + ". Suppression: " + suppression() + ".";
    }

    String severity() {
        return rule.severity().name().toLowerCase(Locale.ROOT);
    }

    String suppression() {
        return switch (rule.suppression()) {
            case NEVER -> "never";
            case WITH_REASON -> "with a reason";
        };
    }

    @Override
    public String toString() {
        return rule.code();
    }
}
