package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * A read of what is never there, besides those by a constant index that {@link ArrayUse} has. It gives nil.
 *
 * @param kind what is read
 * @param of what it is read from: the command that replied an array, the function that is called, KEYS or ARGV
 * @param name the field, the variable, or the variable of the loop
 * @param span where it is read
 */
public record MissingValue(Kind kind, String of, String name, Span span) {

    /** What is read. */
    public enum Kind {
        /** A field of an array reply by a name: {@code redis.call('HGETALL', KEYS[1]).name}. */
        REPLY_FIELD,
        /** A second value of a call that gives one: {@code local reply, err = redis.pcall(…)}. */
        SECOND_VALUE,
        /** An element at the variable of a loop that begins before 1: {@code for i = 0, #KEYS do … KEYS[i]}. */
        ELEMENT_BEFORE_FIRST
    }
}
