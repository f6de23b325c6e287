package dev.perigee.processor.model;

import dev.perigee.lua.commands.TimeReply;
import dev.perigee.lua.syntax.Span;
import dev.perigee.lua.value.Atom;
import dev.perigee.lua.value.Source;
import org.jspecify.annotations.Nullable;

/**
 * A time that the server told the script, and that the script returns.
 *
 * @param reply what it is, after what the script made of it
 * @param call the call of the command that replies it
 */
record ReturnedTime(TimeReply reply, Span call) {

    /** The time that something returned is; null if it is none. */
    static @Nullable ReturnedTime of(Atom atom) {
        if (atom instanceof Atom.Text text && text.only() instanceof Source.Written written) {
            return of(written.number());
        } else if (atom instanceof Atom.Text text && text.only() instanceof Source.Reply reply) {
            return of(reply, 1);
        }
        return atom instanceof Atom.Numeric number && number.source() instanceof Source.Reply reply
                ? of(reply, number.factor())
                : null;
    }

    private static @Nullable ReturnedTime of(Source.Reply reply, double factor) {
        TimeReply time = TimeReply.of(reply.command(), reply.element());
        return time == null ? null : new ReturnedTime(time.times(factor), reply.call());
    }
}
