package dev.perigee.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file.
 *
 * @param path the file
 * @param lines its lines
 */
record Markdown(Path path, List<String> lines) {

    private static final String FENCE = "```";
    private static final Pattern COMMENT = Pattern.compile("<!-- (.*) -->");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    static Markdown read(Path path) {
        try {
            return new Markdown(path, Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks, in order. */
    List<Fence> fences() {
        List<Fence> fences = new ArrayList<>();
        String heading = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "");
            } else if (line.startsWith(FENCE)) {
                int end = closing(i);
                String text = String.join("\n", lines.subList(i + 1, end));
                fences.add(new Fence(
                        heading,
                        line.substring(FENCE.length()),
                        commentAbove(i),
                        text.isEmpty() ? "" : text + "\n",
                        i + 1));
                i = end;
            }
        }
        return fences;
    }

    private int closing(int opening) {
        for (int i = opening + 1; i < lines.size(); i++) {
            if (lines.get(i).equals(FENCE)) {
                return i;
            }
        }
        throw new IllegalStateException(path + ":" + (opening + 1) + ": this fence is never closed");
    }

    private String commentAbove(int line) {
        int above = line - 1;
        while (above >= 0 && lines.get(above).isBlank()) {
            above--;
        }
        Matcher comment = COMMENT.matcher(above < 0 ? "" : lines.get(above));
        return comment.matches() ? comment.group(1) : "";
    }

    /** The HTML comments, which say to the tests what readers see from the text. */
    List<String> comments() {
        return lines.stream()
                .map(COMMENT::matcher)
                .filter(Matcher::matches)
                .map(comment -> comment.group(1))
                .toList();
    }

    /** The targets of all links. */
    List<String> links() {
        return LINK.matcher(String.join("\n", lines))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /** The anchors that links can lead to: the headings, as the usual renderers name them. */
    List<String> anchors() {
        return lines.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** Writes the file with another text in a fenced block. */
    void rewrite(Fence fence, String text) {
        List<String> changed = new ArrayList<>(lines.subList(0, fence.line()));
        text.lines().forEach(changed::add);
        changed.addAll(lines.subList(closing(fence.line() - 1), lines.size()));
        try {
            Files.writeString(path, String.join("\n", changed) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
