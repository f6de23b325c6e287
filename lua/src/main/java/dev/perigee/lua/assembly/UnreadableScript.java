package dev.perigee.lua.assembly;

/**
 * A file that is no script's text.
 *
 * @param problem what is wrong, one line
 * @param help what to do about it
 * @param line the line of the first offending byte, from 1
 * @param column its column, from 1, counted in UTF-16 units of what stands before it in the line
 * @param offset its offset in the file, in bytes from 0
 */
public record UnreadableScript(String problem, String help, int line, int column, int offset) implements Assembly {}
