package dev.perigee.error;

import org.jspecify.annotations.Nullable;

/** The root of everything a script call fails with. Unchecked; carries no key, argument or reply
 * values of its own; but the text of a server's or script's error is shown as it came. */
public abstract class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String file;

    /**
     * @param method the called method, as {@code FlashSale.buy}
     * @param file the script's path among the resources
     * @param problem what went wrong, without a final full stop
     * @param cause what made it fail, if something else did
     */
    protected ScriptException(String method, String file, String problem, @Nullable Throwable cause) {
        this(method, file, 0, problem, cause);
    }

    /** As the other, for an error whose line in the script is known. */
    ScriptException(String method, String file, int line, String problem, @Nullable Throwable cause) {
        super(method + ": " + problem + " (" + file + (line > 0 ? ":" + line : "") + ")", cause);
        this.method = method;
        this.file = file;
    }

    /** The called method, as {@code FlashSale.buy}. */
    public final String method() {
        return method;
    }

    /** The script's path among the resources, as {@code scripts/sale/buy.lua}. */
    public final String file() {
        return file;
    }
}
