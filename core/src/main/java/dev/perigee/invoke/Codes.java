package dev.perigee.invoke;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Words and numbers by which a reply chooses one of several; found without making a String of what was recorded. */
final class Codes {

    static final int NONE = -1;

    private final byte[][] words;
    private final long[] numbers;
    private final boolean[] numeric;
    private final int[] chosen;

    private Codes(int size) {
        this.words = new byte[size][];
        this.numbers = new long[size];
        this.numeric = new boolean[size];
        this.chosen = new int[size];
    }

    /** A code for each choice. */
    static Codes of(String[] codes) {
        Codes all = new Codes(codes.length);
        for (int i = 0; i < codes.length; i++) {
            all.put(i, codes[i], i);
        }
        return all;
    }

    /** One or more codes for each choice. */
    static Codes of(String[][] codes) {
        Codes all =
                new Codes(Arrays.stream(codes).mapToInt(forms -> forms.length).sum());
        int size = 0;
        for (int i = 0; i < codes.length; i++) {
            for (String form : codes[i]) {
                all.put(size++, form, i);
            }
        }
        return all;
    }

    private void put(int index, String code, int choice) {
        byte[] word = code.getBytes(StandardCharsets.UTF_8);
        words[index] = word;
        chosen[index] = choice;
        if (Numerals.isWhole(word, 0, word.length) && word.length <= Numerals.SHORT) {
            numbers[index] = Numerals.parseLong(word, 0, word.length);
            numeric[index] = Long.toString(numbers[index]).equals(code);
        }
    }

    /** Which choice a string, or an integer in decimal digits, is the code of; or {@link #NONE}. */
    int find(RecordedReply reply, int index) {
        return switch (reply.kind(index)) {
            case STRING -> find(reply.recorded(), reply.from(index), reply.to(index));
            case INTEGER, BOOLEAN -> find(reply.number(index));
            case NIL, DOUBLE, BIG_NUMBER, ERROR, ARRAY, SET, MAP -> NONE;
        };
    }

    private int find(byte[] text, int from, int to) {
        for (int i = 0; i < words.length; i++) {
            byte[] word = words[i];
            if (word.length == to - from && Arrays.equals(word, 0, word.length, text, from, to)) {
                return chosen[i];
            }
        }
        return NONE;
    }

    private int find(long number) {
        for (int i = 0; i < numbers.length; i++) {
            if (numeric[i] && numbers[i] == number) {
                return chosen[i];
            }
        }
        return NONE;
    }
}
