package dev.perigee.lua.syntax;

import org.jspecify.annotations.Nullable;

/** The names and keywords of one script, each as a single string however often it occurs. */
final class Words {
    private static final int INITIAL = 256;

    /** A word; its kind is {@link TokenKind#NAME} or a keyword. */
    record Word(String text, TokenKind kind, int hash) {}

    private final String script;
    private @Nullable Word[] table = new Word[INITIAL];
    private int size;

    Words(String script) {
        this.script = script;
    }

    /** The word that stands in the script from start to end. */
    Word at(int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + script.charAt(i);
        }
        int slot = slot(hash, start, end);
        Word known = table[slot];
        if (known != null) {
            return known;
        }
        String text = script.substring(start, end);
        Word word = new Word(text, TokenKind.ofWord(text), hash);
        table[slot] = word;
        if (++size > table.length / 2) {
            grow();
        }
        return word;
    }

    private int slot(int hash, int start, int end) {
        int slot = spread(hash);
        for (Word word = table[slot]; word != null; word = table[slot]) {
            if (word.hash() == hash && word.text().length() == end - start && script.startsWith(word.text(), start)) {
                return slot;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private int spread(int hash) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ (mixed >>> 16)) & (table.length - 1);
    }

    private void grow() {
        @Nullable Word[] old = table;
        table = new Word[old.length * 2];
        for (Word word : old) {
            if (word == null) {
                continue;
            }
            int slot = spread(word.hash());
            while (table[slot] != null) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = word;
        }
    }
}
