package dev.perigee.spring.broken.version;

import dev.perigee.client.ScriptClient;
import dev.perigee.invoke.ScriptDispatch;

public final class OtherVersionInvoker implements OtherVersion {

    public OtherVersionInvoker(ScriptClient client) {
        ScriptDispatch.bind(client, 99, OtherVersion.class);
    }

    @Override
    public String stale() {
        throw new AssertionError("no client accepts this invoker");
    }
}
