package dev.perigee.lua.commands;

import dev.perigee.lua.commands.WordProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a command's documentation says of words that depend on each other, and the grammar of its arguments does not. */
final class WordRules {
    private static final Pattern NOT_POSITIVE = Pattern.compile("-\\d+|[-+]?0+");

    private final Command command;
    private final CommandLine line;
    private final @Nullable Map<String, Integer> options;
    private final List<WordProblem> problems = new ArrayList<>(0);

    /**
     * The rules for a call.
     *
     * @param options where each option stands; null if it is not known which there are
     */
    WordRules(Command command, CommandLine line, @Nullable Map<String, Integer> options) {
        this.command = command;
        this.line = line;
        this.options = options;
    }

    List<WordProblem> problems() {
        switch (command.name()) {
            case "ZRANGE" -> range(2);
            case "ZRANGESTORE" -> range(3);
            case "XADD", "XTRIM" -> trimming();
            case "ZADD" -> increment();
            case "BITOP" -> not();
            case "SETEX", "PSETEX" -> lifetime(2);
            case "SET", "GETEX" -> {
                for (String token : Command.LIFETIMES) {
                    Integer at = options == null ? null : options.get(token);
                    lifetime(at == null ? line.words().size() : at + 1);
                }
            }
            default -> {}
        }
        return problems;
    }

    private @Nullable String word(int at) {
        return at < line.words().size() ? line.words().get(at) : null;
    }

    private boolean is(int at, String token) {
        return token.equalsIgnoreCase(word(at));
    }

    private void add(Kind kind, int at, String message, String help) {
        problems.add(new WordProblem(kind, at, command.name() + message, help));
    }

    /** A range is one of ranks, unless an option says of what; only the others have a limit. */
    private void range(int from) {
        if (options == null) {
            return;
        }
        boolean byScore = options.containsKey("BYSCORE");
        boolean byLex = options.containsKey("BYLEX");
        Pattern form = byScore ? WordMatcher.BOUND : byLex ? WordOrder.LEX_BOUND : WordMatcher.INTEGER;
        for (int at = from; at <= from + 1; at++) {
            String word = word(at);
            if (word != null && !form.matcher(word).matches()) {
                bound(word, at, byScore, byLex);
                return;
            }
        }
        Integer limit = options.get("LIMIT");
        // A count of -1 is none.
        boolean limited = limit != null && limit + 2 < line.words().size() && !"-1".equals(word(limit + 2));
        if (limit != null && limited && !byScore && !byLex) {
            add(
                    Kind.UNKNOWN_OPTION,
                    limit,
                    " takes LIMIT only with BYSCORE or BYLEX",
                    "a range of ranks ends where its second index says");
        }
    }

    private void bound(String word, int at, boolean byScore, boolean byLex) {
        if (byScore) {
            add(Kind.NOT_A_NUMBER, at, " BYSCORE takes a score here, and '" + word + "' is none", "");
        } else if (byLex) {
            add(
                    Kind.NOT_A_NUMBER,
                    at,
                    " BYLEX takes a text behind [ or ( here, or - or +, and gets '" + word + "'",
                    "write '[" + word + "' to include it, '(" + word + "' to leave it out");
        } else {
            add(
                    Kind.NOT_A_NUMBER,
                    at,
                    " takes a rank here, and '" + word + "' is none",
                    "a range of scores is asked for by BYSCORE, one of texts by BYLEX");
        }
    }

    /** Entries beyond a number or an ID are removed in part only where that need not be exact. */
    private void trimming() {
        int at = 2;
        while (is(at, "NOMKSTREAM") || is(at, "MAXLEN") || is(at, "MINID")) {
            if (is(at, "NOMKSTREAM")) {
                at++;
                continue;
            }
            boolean number = is(at, "MAXLEN");
            String mark = word(at + 1);
            boolean marked = "=".equals(mark) || "~".equals(mark);
            int threshold = at + (marked ? 2 : 1);
            String most = word(threshold);
            if (mark == null || most == null) {
                return;
            } else if (number && !WordMatcher.INTEGER.matcher(most).matches()) {
                add(Kind.NOT_A_NUMBER, threshold, " MAXLEN takes a number of entries, and '" + most + "' is none", "");
                return;
            } else if (is(threshold + 1, "LIMIT") && !"~".equals(mark)) {
                add(
                        Kind.UNKNOWN_OPTION,
                        threshold + 1,
                        " takes LIMIT only with ~",
                        "write " + (number ? "MAXLEN" : "MINID") + " ~ " + most + " LIMIT …");
                return;
            }
            at = threshold + (is(threshold + 1, "LIMIT") ? 3 : 1);
        }
    }

    /** INCR makes of ZADD a ZINCRBY. */
    private void increment() {
        int at = 2;
        boolean increments = false;
        while (is(at, "NX") || is(at, "XX") || is(at, "GT") || is(at, "LT") || is(at, "CH") || is(at, "INCR")) {
            increments |= is(at, "INCR");
            at++;
        }
        // Where the first word behind the options is not known, it may be one.
        if (increments && word(at) != null && line.words().size() > at + 2) {
            add(Kind.UNKNOWN_OPTION, at + 2, " INCR takes one score and one member", "call it once for each member");
        }
    }

    /** EXPIRE takes a time that is over, and deletes the key; these do not. */
    private void lifetime(int at) {
        String word = word(at);
        if (word != null && NOT_POSITIVE.matcher(word).matches()) {
            add(Kind.NOT_A_NUMBER, at, " takes a time above 0 here", "to delete the key, call DEL");
        }
    }

    private void not() {
        if (is(1, "NOT") && line.words().size() > 4) {
            add(Kind.UNKNOWN_OPTION, 4, " NOT takes one source key", "");
        }
    }
}
