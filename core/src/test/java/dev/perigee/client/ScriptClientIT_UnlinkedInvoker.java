package dev.perigee.client;

/** Stands for an invoker that was generated for a version with other methods. */
public final class ScriptClientIT_UnlinkedInvoker implements ScriptClientIT.Unlinked {

    static {
        missing();
    }

    public ScriptClientIT_UnlinkedInvoker(ScriptClient client) {}

    private static void missing() {
        throw new NoSuchMethodError("dev.perigee.invoke.Script.of");
    }
}
