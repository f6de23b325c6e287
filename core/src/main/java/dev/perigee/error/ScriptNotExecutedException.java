package dev.perigee.error;

import org.jspecify.annotations.Nullable;

/**
 * The call failed and the script certainly did not run: it was never sent, or a server lacks it and it
 * could not be loaded there. Or it ran for too long, and was
 * {@link dev.perigee.client.ScriptClientOptions#withKillOnTimeout killed} before it wrote anything. Calling again is safe.
 */
public final class ScriptNotExecutedException extends ScriptException {

    private static final long serialVersionUID = 1L;

    /**
     * @param method the called method, as {@code FlashSale.buy}
     * @param file the script's path among the resources
     * @param problem what went wrong, without a final full stop
     * @param cause what made it fail, if something else did
     */
    public ScriptNotExecutedException(String method, String file, String problem, @Nullable Throwable cause) {
        super(method, file, problem, cause);
    }
}
