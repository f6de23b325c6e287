package dev.perigee.error;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call cannot be sent: one is null, a hash tag is empty, or the keys fall into different slots.
 * Nothing was sent.
 */
public final class ScriptArgumentException extends ScriptException {

    private static final long serialVersionUID = 1L;

    /**
     * @param method the called method, as {@code FlashSale.buy}
     * @param file the script's path among the resources
     * @param problem what went wrong, without a final full stop
     * @param cause what made it fail, if something else did
     */
    public ScriptArgumentException(String method, String file, String problem, @Nullable Throwable cause) {
        super(method, file, problem, cause);
    }
}
