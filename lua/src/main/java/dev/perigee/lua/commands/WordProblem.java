package dev.perigee.lua.commands;

/**
 * What is wrong with a word of a call.
 *
 * @param kind the kind of problem
 * @param word which one, from 1; 0 is the name
 * @param message what is wrong, in one line
 * @param help what to do; empty if there is nothing to propose
 */
public record WordProblem(Kind kind, int word, String message, String help) {

    /** The kinds of problems. */
    public enum Kind {
        /** The word is no option here. */
        UNKNOWN_OPTION,
        /** The option excludes one before it. */
        CONFLICTING_OPTIONS,
        /** The option's operand is missing. */
        MISSING_OPERAND,
        /** The word must be a number. */
        NOT_A_NUMBER,
        /** The server does not have the option. */
        NOT_ON_TARGET
    }
}
