package dev.perigee.docs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a Markdown file.
 *
 * @param heading the nearest heading above it, without its hashes
 * @param language the word after the opening fence
 * @param directive the text of the HTML comment above it; empty if there is none
 * @param text what stands between the fences, with a line feed at its end unless it is empty
 * @param line the line of the opening fence, from 1
 */
record Fence(String heading, String language, String directive, String text, int line) {

    private static final String NAMED = "the file ";
    private static final Pattern METHOD = Pattern.compile("in a method(?: with: (.*))?");
    private static final Pattern FILE = Pattern.compile("(?://|--) (\\S+\\.(?:java|lua))");

    /** The file that the first line, or the comment above, names; empty if none does. */
    String file() {
        if (directive.startsWith(NAMED)) {
            return directive.substring(NAMED.length());
        }
        Matcher file = FILE.matcher(text.lines().findFirst().orElse(""));
        return file.matches() ? file.group(1) : "";
    }

    boolean isFileOf(String wanted) {
        return language.equals(wanted) && !file().isEmpty();
    }

    /** Whether it shows statements without the method they stand in, as the comment above says. */
    boolean isStatements() {
        return METHOD.matcher(directive).matches();
    }

    /** A class with a method of these statements, whose parameters the comment above names. */
    String inMethod(String type, String imports) {
        Matcher method = METHOD.matcher(directive);
        if (!method.matches()) {
            throw new IllegalStateException("a comment is missing above line " + line);
        }
        String parameters = method.group(1) == null ? "" : method.group(1);
        return imports + "class " + type + " {\n    void snippet(" + parameters + ") {\n" + text + "    }\n}\n";
    }
}
