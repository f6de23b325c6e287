package dev.perigee.lua.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes snippets at random, always in the same way for the same seed. */
final class Mutations {
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|[A-Za-z_][A-Za-z_0-9]*|[0-9][A-Za-z0-9.]*|\\.+|[=~<>]=|.", Pattern.DOTALL);
    private static final String CHARACTERS =
            "\n\r\t \0\u0001\u001a\"#$%&'()*+,-./0159:;<=>?@AEXZ[\\]^_`aenpxz{|}~\u00e9";
    private static final String[] VOCABULARY = {
        "and",
        "break",
        "do",
        "else",
        "elseif",
        "end",
        "false",
        "for",
        "function",
        "if",
        "in",
        "local",
        "nil",
        "not",
        "or",
        "repeat",
        "return",
        "then",
        "true",
        "until",
        "while",
        "+",
        "-",
        "*",
        "/",
        "%",
        "^",
        "#",
        "==",
        "~=",
        "<=",
        ">=",
        "<",
        ">",
        "=",
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        ";",
        ":",
        ",",
        ".",
        "..",
        "...",
        "a",
        "f",
        "1",
        "0x1p",
        "2e5",
        "'s'",
        "[[s]]",
        "[=[s]=]",
        "--",
        "--[[",
        "]]",
        "\n",
        "\\",
        "'",
        "\"",
        "!=",
        "[[",
        "[="
    };

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** One to three changes. Text that has no UTF-8 form is replaced. */
    String mutate(String snippet) {
        String mutated = snippet;
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutated = random.nextInt(3) == 0 ? changeCharacter(mutated) : changeToken(mutated);
        }
        return new String(mutated.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private String changeCharacter(String text) {
        int at = random.nextInt(text.length() + 1);
        char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        int after = Math.min(at + 1, text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(after);
            case 1 -> text.substring(0, at) + c + text.substring(after);
            case 2 -> text.substring(0, at);
            default -> text.substring(0, at) + c + text.substring(at);
        };
    }

    private String changeToken(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        String word = VOCABULARY[random.nextInt(VOCABULARY.length)];
        if (tokens.isEmpty()) {
            return word;
        }
        int at = random.nextInt(tokens.size());
        int other = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> tokens.set(at, tokens.set(other, tokens.get(at)));
            case 3 -> tokens.set(at, word);
            case 4 -> tokens.add(at, " " + word + " ");
            default -> tokens.subList(at, tokens.size()).clear();
        }
        return String.join("", tokens);
    }
}
