package dev.perigee.lua.commands;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where some of a command's keys are. See <a href="https://redis.io/docs/latest/develop/reference/key-specs/">key
 * specifications</a>.
 *
 * @param kind i by position, n by a number of keys, k after a keyword, ? not told
 * @param keyword the keyword
 * @param first the position of the first key, of the number of keys, or where to search for the keyword (from the end, if
 *     negative)
 * @param last how far the last key is from the first; negative, how far from the end; of keys with a number, the first key
 * @param step how far a key is from the next
 * @param limit if over 1, into how many parts the words to the end fall, of which the first are keys
 */
record KeySpec(char kind, String keyword, int first, int last, int step, int limit) {

    static List<KeySpec> read(String column) {
        List<KeySpec> specs = new ArrayList<>();
        for (String text : column.equals("-") ? new String[0] : column.split(" ", -1)) {
            specs.add(readOne(text));
        }
        return List.copyOf(specs);
    }

    private static KeySpec readOne(String text) {
        char kind = text.charAt(0);
        if (kind == '?') {
            return new KeySpec(kind, "", 0, 0, 1, 0);
        }
        int colon = text.indexOf(':');
        String keyword = colon < 0 ? "" : text.substring(1, colon);
        String[] numbers = text.substring(Math.max(colon, 0) + 1).split(",", -1);
        return new KeySpec(
                kind,
                keyword,
                Integer.parseInt(numbers[0]),
                Integer.parseInt(numbers[1]),
                Integer.parseInt(numbers[2]),
                numbers.length > 3 ? Integer.parseInt(numbers[3]) : 0);
    }

    /** Adds the positions of the keys; says whether these are all. */
    boolean find(CommandLine line, List<Integer> positions) {
        return switch (kind) {
            case 'i' -> range(line, first, positions);
            case 'n' -> counted(line, positions);
            case 'k' -> afterKeyword(line, positions);
            default -> false;
        };
    }

    private boolean range(CommandLine line, int from, List<Integer> positions) {
        int words = line.words().size();
        if (last >= 0) {
            for (int at = from; at <= from + last && at < words; at += step) {
                positions.add(at);
            }
            return from + last < words || !line.open();
        }
        // To the end, or to some words before it: only the first is sure while the end is not known.
        int end = line.open() ? from + 1 : words + last + 1;
        if (limit > 1) {
            end = from + (end - from) / limit;
        }
        for (int at = from; at < Math.min(end, words); at += step) {
            positions.add(at);
        }
        return !line.open();
    }

    private boolean counted(CommandLine line, List<Integer> positions) {
        Integer count = first < line.words().size() ? number(line.words().get(first)) : null;
        if (count == null) {
            if (last < line.words().size()) {
                positions.add(last);
            }
            return false;
        }
        for (int i = 0; i < count && last + i * step < line.words().size(); i++) {
            positions.add(last + i * step);
        }
        return last + count * step <= line.words().size() || !line.open();
    }

    private static @Nullable Integer number(@Nullable String word) {
        try {
            return word == null ? null : Integer.valueOf(word);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private boolean afterKeyword(CommandLine line, List<Integer> positions) {
        List<@Nullable String> words = line.words();
        int direction = first < 0 ? -1 : 1;
        int from = first < 0 ? words.size() + first : first;
        boolean known = true;
        for (int at = from; at > 0 && at < words.size(); at += direction) {
            String word = words.get(at);
            if (keyword.equalsIgnoreCase(word)) {
                return range(line, at + 1, positions) && known;
            }
            known &= word != null;
        }
        return known && !line.open();
    }
}
