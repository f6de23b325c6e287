package dev.perigee.lua.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script's first line where it begins with {@code #!}, as {@code SCRIPT LOAD} of Redis 7 does (Redis documentation,
 * "Eval scripts with flags"): words as on Redis's configuration lines, with quotes and escapes, the first of them
 * {@code #!lua}, the others {@code flags=a,b}.
 */
final class Shebangs {
    private static final String ENGINE = "#!lua";
    private static final String FLAGS = "flags=";
    private static final String LIBRARY_NAME = "name=";
    private static final Set<String> KNOWN_FLAGS =
            Set.of("no-writes", "allow-oom", "allow-stale", "no-cluster", "allow-cross-slot-keys");
    private static final String FLAGS_HELP =
            "the flags are no-writes, allow-oom, allow-stale, no-cluster and allow-cross-slot-keys";

    private final String text;
    private final Span span;
    private final List<SyntaxError> errors;
    private final List<String> flags = new ArrayList<>();

    private Shebangs(String text, Span span, List<SyntaxError> errors) {
        this.text = text;
        this.span = span;
        this.errors = errors;
    }

    /** The shebang of a script, or null if it has none. Errors are added to the list. */
    static @Nullable Shebang read(String script, List<SyntaxError> errors) {
        if (!script.startsWith("#!")) {
            return null;
        }
        int lineFeed = script.indexOf('\n');
        int nul = script.indexOf('\0');
        int end = lineFeed < 0 ? script.length() : lineFeed;
        Shebangs reader = new Shebangs(script.substring(0, end), new Span(0, end), errors);
        if (lineFeed < 0) {
            reader.error("a script that begins with `#!` needs a second line", "end the first line with a line break");
        } else if (nul >= 0 && nul < end) {
            reader.error("a NUL in the first line", null);
        } else {
            reader.words();
        }
        return new Shebang(reader.text, reader.flags, reader.span);
    }

    private void errorAt(String word, String message, String help) {
        int at = word.isEmpty() ? -1 : text.indexOf(word);
        Span where = at < 0 ? span : new Span(at, at + word.length());
        errors.add(new SyntaxError(where, message, help));
    }

    private void error(String message, @Nullable String help) {
        errors.add(new SyntaxError(span, message, help));
    }

    private void words() {
        List<String> words = ConfigurationLine.split(text);
        if (words == null) {
            error("the first line has a quote that is not closed, or followed by no blank", "write #!lua flags=…");
            return;
        }
        String engine = cString(words.get(0));
        if (!engine.equals(ENGINE)) {
            error("unknown engine `" + Excerpt.of(engine) + "` in the first line", "Redis knows #!lua only");
            return;
        }
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith(LIBRARY_NAME)) {
                errorAt(
                        word,
                        "this is a function library, for FUNCTION LOAD, and no script for EVAL",
                        "call its functions by FCALL, or write #!lua with no name for a script");
                return;
            }
            if (!word.startsWith(FLAGS)) {
                errorAt(
                        word,
                        "unknown option `" + Excerpt.of(word) + "` in the first line",
                        "the only option is flags=…");
                return;
            }
            flags(word.substring(FLAGS.length()));
        }
    }

    private void flags(String list) {
        if (list.isEmpty()) {
            return;
        }
        for (String part : list.split(",", -1)) {
            String flag = cString(part);
            if (KNOWN_FLAGS.contains(flag)) {
                flags.add(flag);
            } else {
                errorAt(flag, "unknown flag `" + Excerpt.of(flag) + "` in the first line", FLAGS_HELP);
            }
        }
    }

    /** Redis compares these words as C strings: up to a NUL, which an escape can give. */
    private static String cString(String word) {
        int nul = word.indexOf('\0');
        return nul < 0 ? word : word.substring(0, nul);
    }
}
