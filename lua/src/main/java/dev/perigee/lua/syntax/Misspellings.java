package dev.perigee.lua.syntax;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words that stand where a statement should and are keywords elsewhere, or nearly keywords of Lua. */
final class Misspellings {
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("continue", "Lua has no continue: put the rest of the loop's body into an if"),
            Map.entry("goto", "Lua 5.1 has no goto: use an if, or a loop and break"),
            Map.entry("var", "Lua declares variables with local"),
            Map.entry("let", "Lua declares variables with local"),
            Map.entry("const", "Lua declares variables with local"),
            Map.entry("func", "Lua writes function"),
            Map.entry("def", "Lua writes function … end"),
            Map.entry("fn", "Lua writes function … end"),
            Map.entry("switch", "Lua has no switch: use if and elseif, or a table"),
            Map.entry("foreach", "Lua writes for key, value in pairs(t) do"),
            Map.entry("try", "Lua has no try: use pcall"),
            Map.entry("throw", "Lua has no throw: use error(…)"));
    private static final String[] STATEMENTS = {
        "break", "else", "elseif", "end", "for", "function", "if", "local", "repeat", "return", "until", "while"
    };

    private Misspellings() {}

    /** What to write instead of a word, if that can be guessed. */
    static @Nullable String helpFor(String word) {
        if (meansElseif(word)) {
            return "Lua writes elseif";
        }
        String foreign = FOREIGN.get(word);
        if (foreign != null) {
            return foreign;
        }
        return Arrays.stream(STATEMENTS)
                .filter(keyword -> isNear(word, keyword))
                .findFirst()
                .map(keyword -> "did you mean " + keyword + "?")
                .orElse(null);
    }

    static boolean meansElseif(String word) {
        return word.equals("elif") || word.equals("elsif") || word.equals("elseIf") || word.equals("elsief");
    }

    /** Whether the word is the keyword with one letter missing, added or wrong, two swapped, or in capitals. */
    private static boolean isNear(String word, String keyword) {
        if (word.equalsIgnoreCase(keyword)) {
            return true;
        }
        if (keyword.length() < 3 || Math.abs(word.length() - keyword.length()) > 1) {
            return false;
        }
        int prefix = 0;
        int shorter = Math.min(word.length(), keyword.length());
        while (prefix < shorter && word.charAt(prefix) == keyword.charAt(prefix)) {
            prefix++;
        }
        String wordRest = word.substring(prefix);
        String keywordRest = keyword.substring(prefix);
        if (wordRest.length() != keywordRest.length()) {
            return wordRest.length() > keywordRest.length()
                    ? wordRest.substring(1).equals(keywordRest)
                    : keywordRest.substring(1).equals(wordRest);
        }
        boolean replaced = wordRest.substring(1).equals(keywordRest.substring(1));
        boolean swapped = wordRest.length() > 1
                && wordRest.charAt(0) == keywordRest.charAt(1)
                && wordRest.charAt(1) == keywordRest.charAt(0)
                && wordRest.substring(2).equals(keywordRest.substring(2));
        return replaced || swapped;
    }
}
