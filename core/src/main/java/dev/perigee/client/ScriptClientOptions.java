package dev.perigee.client;

import java.util.Objects;

/** How a {@link ScriptClient} behaves. Immutable; {@link #defaults()} is where to start. */
public final class ScriptClientOptions {

    private static final ScriptClientOptions DEFAULTS = new ScriptClientOptions(StaleScripts.WARN);

    private final StaleScripts staleScripts;

    private ScriptClientOptions(StaleScripts staleScripts) {
        this.staleScripts = staleScripts;
    }

    /** {@link StaleScripts#WARN}. */
    public static ScriptClientOptions defaults() {
        return DEFAULTS;
    }

    /** These options with another answer to scripts that changed after compilation. */
    public ScriptClientOptions withStaleScripts(StaleScripts answer) {
        return new ScriptClientOptions(Objects.requireNonNull(answer, "answer"));
    }

    /** What to do about scripts that changed after compilation. */
    public StaleScripts staleScripts() {
        return staleScripts;
    }

    @Override
    public String toString() {
        return "ScriptClientOptions[staleScripts=" + staleScripts + "]";
    }
}
