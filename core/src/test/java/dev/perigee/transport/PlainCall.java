package dev.perigee.transport;

import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;

/** A call of a script without keys and arguments that answers with a number. */
final class PlainCall extends ScriptCall<Long> {

    static final Script SCRIPT = Script.of("Probe.run", "probe/run.lua", "a".repeat(40), 0, 0, "return 1");
    static final String FRAME = "*3\r\n$7\r\nEVALSHA\r\n$40\r\n" + "a".repeat(40) + "\r\n$1\r\n0\r\n";

    private final Script script;

    PlainCall(Script script) {
        this.script = script;
    }

    @Override
    public Script script() {
        return script;
    }

    @Override
    public Long readReply(ReplyReader reply) {
        return reply.asLong();
    }
}
