package dev.perigee.lua.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A reason why Redis would refuse the script.
 *
 * @param span the offending text; empty, right after the last token, where something is missing at the end of a line
 * @param message what is wrong, one line, without position
 * @param help what to write instead, if there is something to propose
 */
public record SyntaxError(
        Span span, String message, @Nullable String help) {}
