package dev.perigee.lua.syntax;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The tokens of a script, by index; the last one is {@link TokenKind#EOF}. Filled by the {@link Lexer}. */
final class Tokens {
    private TokenKind[] kinds;
    private int[] starts;
    private int[] ends;
    private @Nullable String[] names;
    private final BitSet firstOnLine = new BitSet();
    private int size;

    Tokens(int textLength) {
        int capacity = textLength / 3 + 16;
        kinds = new TokenKind[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
        names = new String[capacity];
    }

    void add(TokenKind kind, int start, int end, boolean first) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            names = Arrays.copyOf(names, size * 2);
        }
        if (first) {
            firstOnLine.set(size);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size++] = end;
    }

    void addName(String name, int start, int end, boolean first) {
        add(TokenKind.NAME, start, end, first);
        names[size - 1] = name;
    }

    /** The name at an index, if there is one that Lua accepts. */
    @Nullable
    String name(int index) {
        return names[Math.min(index, size - 1)];
    }

    int size() {
        return size;
    }

    TokenKind kind(int index) {
        return kinds[Math.min(index, size - 1)];
    }

    int start(int index) {
        return starts[Math.min(index, size - 1)];
    }

    int end(int index) {
        return ends[Math.min(index, size - 1)];
    }

    /** Whether a line break stands between the token before and this one. */
    boolean isFirstOnLine(int index) {
        return firstOnLine.get(index);
    }

    /** The last token's kind, or {@link TokenKind#EOF} when there is none yet. */
    TokenKind lastKind() {
        return size == 0 ? TokenKind.EOF : kinds[size - 1];
    }
}
