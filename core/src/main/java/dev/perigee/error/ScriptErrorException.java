package dev.perigee.error;

/**
 * The server answered with an error: the script raised it, a command in the script failed, or the server refused the
 * call. What the script wrote before the error stays written; after a
 * refusal of the call, such as BUSY or LOADING, that is nothing.
 */
public final class ScriptErrorException extends ScriptException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String serverMessage;
    private final int line;

    /**
     * @param method the called method, as {@code FlashSale.buy}
     * @param file the script's path among the resources
     * @param code the error's code, as {@code ERR} or {@code WRONGTYPE}; empty if the error has none
     * @param serverMessage the error's text after the code, without the position the server appends
     * @param line the line of the script, from 1; 0 if the server did not say
     * @param hint what to do about it; empty if nothing general can be said
     */
    public ScriptErrorException(String method, String file, String code, String serverMessage, int line, String hint) {
        super(method, file, line, (code + " " + serverMessage).strip() + (hint.isEmpty() ? "" : "; " + hint), null);
        this.code = code;
        this.serverMessage = serverMessage;
        this.line = line;
    }

    /** The error's code, the first word of the server's reply: {@code ERR}, {@code WRONGTYPE}, or the script's own. */
    public String code() {
        return code;
    }

    /** The error's text after the code. */
    public String serverMessage() {
        return serverMessage;
    }

    /** The line of the {@code .lua} file that raised it, from 1; 0 if the server did not say. */
    public int line() {
        return line;
    }
}
