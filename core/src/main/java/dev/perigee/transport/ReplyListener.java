package dev.perigee.transport;

import dev.perigee.invoke.RecordedReply;

/** Learns the end of a {@link ScriptCommand}: exactly one of these, once, on an event loop or the caller's thread. */
interface ReplyListener {

    /** The server answered, be it with an error. */
    void replied(RecordedReply reply);

    /**
     * The server that was asked does not own the slot: the script has not run, and is to be sent to where it belongs. Only
     * after {@link ScriptCommand#expectRedirection()}.
     */
    void redirected();

    /**
     * No answer came.
     *
     * @param sent whether the command was written, so that the script may have run; if not, it never will be
     */
    void failed(Throwable cause, boolean sent);
}
