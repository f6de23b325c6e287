package dev.perigee.lua.diagnostics;

import java.util.regex.Pattern;

/** Characters that terminals obey instead of showing them: a script, or the name of one, must not command the reader's terminal. */
public final class ControlCharacters {

    /** With those that turn the direction of writing around, and so the meaning of what is read. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\t]]");

    private ControlCharacters() {}

    /** One line of text with a mark in the place of each, tabs excepted. */
    public static String shown(String line) {
        return OBEYED.matcher(line).replaceAll("\uFFFD");
    }
}
