package dev.perigee.lua.syntax;

/**
 * A comment.
 *
 * @param text what it says, without the dashes and without the brackets of a long comment; blanks are kept
 * @param span from the first dash to the end, without the line break of a short comment
 */
public record Comment(String text, Span span) {}
