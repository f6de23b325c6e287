package dev.perigee.transport;

import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.netty.buffer.ByteBuf;

/** A later command of a call, whose first one has ended. */
final class Repetition extends ScriptCommand {

    private final PendingCall first;
    private final boolean withText;

    /** @param withText whether to send the script's text, as EVAL_RO; only for scripts that write nothing */
    Repetition(PendingCall first, boolean withText) {
        super(first.script(), first.call());
        this.first = first;
        this.withText = withText;
    }

    @Override
    void replied() {
        first.replied(this);
    }

    @Override
    void failed(Throwable cause, boolean sent) {
        first.failed(this, cause, sent);
    }

    @Override
    boolean isWithText() {
        return withText;
    }

    @Override
    void write(ByteBuf buf) {
        if (withText) {
            script().writeWithText(call(), buf);
        } else {
            super.write(buf);
        }
    }

    @Override
    public ProtocolKeyword getType() {
        return withText ? CommandType.EVAL_RO : super.getType();
    }
}
