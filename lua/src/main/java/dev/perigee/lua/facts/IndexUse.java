package dev.perigee.lua.facts;

import dev.perigee.lua.syntax.Span;

/**
 * A read of an element by a constant: {@code KEYS[3]}.
 *
 * @param index the number; NaN for a constant that is none, such as in {@code KEYS['1']} or {@code KEYS.first}, which is
 *     always nil
 * @param span the whole expression, {@code KEYS[3]}
 */
public record IndexUse(double index, Span span) {

    /** Whether the index can be that of an element: an integer from 1. All others read nil. */
    public boolean isPosition() {
        return index >= 1 && index <= Integer.MAX_VALUE && index == Math.rint(index);
    }

    /**
     * The position of the element, from 1.
     *
     * @throws IllegalStateException when the index is no position
     */
    public int position() {
        if (!isPosition()) {
            throw new IllegalStateException(index + " is no position of an element");
        }
        return (int) index;
    }
}
