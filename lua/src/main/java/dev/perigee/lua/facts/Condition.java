package dev.perigee.lua.facts;

/**
 * A value that decides something by being false or nil, or not: after {@code if}, {@code while}, {@code until} or {@code not}, or
 * before {@code and} or {@code or}. Comparisons are not among them.
 *
 * @param tested the value
 * @param negated whether under {@code not}
 * @param isBranch whether it decides which statements run; not so in {@code x = a or b}
 * @param chooses whether it stands before {@code and} and decides what its value is, as in {@code x = a and b or c}; not so
 *     in {@code a and a > 0}, which asks whether there is an {@code a} before it uses it
 */
public record Condition(Argument tested, boolean negated, boolean isBranch, boolean chooses) {}
