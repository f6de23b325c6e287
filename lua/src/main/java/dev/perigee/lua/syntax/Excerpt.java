package dev.perigee.lua.syntax;

/** A script's text as a message quotes it: on one line, and not too long. */
final class Excerpt {
    private static final int LONGEST = 24;

    private Excerpt() {}

    static String of(String text) {
        int length = 0;
        while (length < Math.min(text.length(), LONGEST) && !SourceText.isLineBreak(text.charAt(length))) {
            length++;
        }
        if (length == text.length()) {
            return text;
        }
        boolean split = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, split ? length - 1 : length) + "…";
    }
}
