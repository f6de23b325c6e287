package dev.perigee.client;

import dev.perigee.invoke.ScriptDispatch;

/** As an earlier version of the processor would have generated it. */
public final class ScriptClientIT_OldInvoker implements ScriptClientIT.Old {

    public ScriptClientIT_OldInvoker(ScriptClient client) {
        ScriptDispatch.bind(client, 0, ScriptClientIT.Old.class);
    }
}
