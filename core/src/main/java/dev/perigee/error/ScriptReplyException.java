package dev.perigee.error;

import org.jspecify.annotations.Nullable;

/**
 * The script ran, and its reply does not fit the method's return type. The message names both, and the path to the place
 * in the reply, but no values.
 */
public final class ScriptReplyException extends ScriptException {

    private static final long serialVersionUID = 1L;

    /**
     * @param method the called method, as {@code FlashSale.buy}
     * @param file the script's path among the resources
     * @param problem what went wrong, without a final full stop
     * @param cause what made it fail, if something else did
     */
    public ScriptReplyException(String method, String file, String problem, @Nullable Throwable cause) {
        super(method, file, problem, cause);
    }
}
