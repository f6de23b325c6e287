package dev.perigee.lua.facts;

/**
 * A value that decides something by being false or nil, or not: after {@code if}, {@code while}, {@code until} or {@code not}, or
 * before {@code and} or {@code or}. Comparisons are not among them.
 *
 * @param tested the value
 * @param negated whether under {@code not}
 * @param isBranch whether it decides which statements run; not so in {@code x = a or b}
 */
public record Condition(Argument tested, boolean negated, boolean isBranch) {}
