package dev.perigee.error;

import org.jspecify.annotations.Nullable;

/**
 * The call failed after it may have been sent, and no reply came: it timed out, was interrupted, or the connection was
 * lost. The script may have run or not, or may still run.
 */
public final class ScriptOutcomeUnknownException extends ScriptException {

    private static final long serialVersionUID = 1L;

    /**
     * @param method the called method, as {@code FlashSale.buy}
     * @param file the script's path among the resources
     * @param problem what went wrong, without a final full stop
     * @param cause what made it fail, if something else did
     */
    public ScriptOutcomeUnknownException(String method, String file, String problem, @Nullable Throwable cause) {
        super(method, file, problem, cause);
    }
}
