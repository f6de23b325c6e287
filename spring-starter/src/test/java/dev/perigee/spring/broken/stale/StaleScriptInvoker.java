package dev.perigee.spring.broken.stale;

import dev.perigee.client.ScriptClient;
import dev.perigee.invoke.ReplyReader;
import dev.perigee.invoke.Script;
import dev.perigee.invoke.ScriptCall;
import dev.perigee.invoke.ScriptDispatch;

/** Holds a text that is not the file's. */
public final class StaleScriptInvoker implements StaleScript {

    private static final Script STALE = Script.of(
            "StaleScript.stale",
            "broken/stale.lua",
            "4b39e81ed02327ce502db7cfef78aea4425d4dda",
            0,
            0,
            "return 'compiled'\n");

    private final ScriptDispatch scripts;

    public StaleScriptInvoker(ScriptClient client) {
        this.scripts = ScriptDispatch.bind(client, ScriptDispatch.ABI, StaleScript.class, STALE);
    }

    @Override
    public String stale() {
        return scripts.call(new ScriptCall<String>() {
            @Override
            public Script script() {
                return STALE;
            }

            @Override
            public String readReply(ReplyReader reply) {
                return reply.asString();
            }
        });
    }
}
