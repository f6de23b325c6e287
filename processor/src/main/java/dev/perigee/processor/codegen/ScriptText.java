package dev.perigee.processor.codegen;

import java.util.ArrayList;
import java.util.List;

/** Cuts scripts into string constants that a class file can hold: 65,535 bytes each, where a character takes up to three. */
final class ScriptText {

    private static final int MAXIMUM = 20_000;

    private ScriptText() {}

    /** The pieces of a text, cut after lines where possible; at least one. */
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (text.length() - start > MAXIMUM) {
            int end = text.lastIndexOf('\n', start + MAXIMUM - 1) + 1;
            if (end <= start) {
                end = start + MAXIMUM;
                end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        pieces.add(text.substring(start));
        return pieces;
    }
}
