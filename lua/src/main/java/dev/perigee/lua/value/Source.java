package dev.perigee.lua.value;

import dev.perigee.lua.syntax.Span;
import org.jspecify.annotations.Nullable;

/** Where a piece of text or a number comes from. */
public sealed interface Source {

    /** The random number that this is, was written from or cut from; null if it is none. */
    default @Nullable Random random() {
        if (this instanceof Written written) {
            Source of = written.number().source();
            return of == null ? null : of.random();
        } else if (this instanceof Extract extract) {
            return extract.of() == null ? null : extract.of().random();
        }
        return this instanceof Random random ? random : null;
    }

    /** The element of KEYS that this is, was written from or cut from; null if it is none. */
    default @Nullable Key key() {
        if (this instanceof Written written) {
            Source of = written.number().source();
            return of == null ? null : of.key();
        } else if (this instanceof Extract extract) {
            return extract.of() == null ? null : extract.of().key();
        }
        return this instanceof Key key ? key : null;
    }

    /**
     * Text of the script.
     *
     * @param text the text
     */
    record Literal(String text) implements Source {}

    /**
     * An element of KEYS.
     *
     * @param index its position, from 1; 0 for one whose position is not known
     */
    record Key(int index) implements Source {}

    /**
     * An element of ARGV.
     *
     * @param index its position, from 1; 0 for one whose position is not known
     */
    record Argument(int index) implements Source {}

    /**
     * The reply of a command, or a part of it.
     *
     * @param command the command in upper case, with its subcommand: {@code XINFO STREAM}
     * @param call the call
     * @param element the position in an array reply, from 1; 0 for one that is not known, or for the whole reply
     * @param fractional whether it is the text of a floating-point number, as of ZSCORE
     */
    record Reply(String command, Span call, int element, boolean fractional) implements Source {}

    /**
     * A number written as text by {@code ..}, {@code tostring} or {@code string.format}.
     *
     * @param number the number
     */
    record Written(Atom.Numeric number) implements Source {}

    /**
     * Something taken out of JSON or MessagePack, cut from a text, or computed from a number and more.
     *
     * @param of what it was taken out of, if that is known
     */
    record Extract(@Nullable Source of) implements Source {}

    /**
     * {@code math.random}.
     *
     * @param token whether the script makes a token of it: hashes it, or calls a variable so that holds it
     */
    record Random(boolean token) implements Source {}

    /**
     * The variable of a loop {@code for i = 0, …}, which begins before the first position of an array.
     *
     * @param name the variable
     * @param loop the loop, by offset
     */
    record Counter(String name, int loop) implements Source {}

    /** Text of an origin that is not followed, but is not nothing: the result of {@code string.rep}, of {@code sha1hex}. */
    record Other() implements Source {}
}
