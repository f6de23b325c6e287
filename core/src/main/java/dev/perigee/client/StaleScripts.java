package dev.perigee.client;

/**
 * What the client does when a script's file on the class path is not the text that was compiled into the invoker: build
 * tools do not compile an interface again when only a {@code .lua} file of it changes.
 */
public enum StaleScripts {

    /**
     * Refuses the interface: {@link dev.perigee.error.InvokerException} with reason
     * {@link dev.perigee.error.InvokerException.Reason#STALE_SCRIPT STALE_SCRIPT}.
     */
    FAIL,

    /** Logs a warning and runs the text that was compiled in, which is the one that was checked. */
    WARN,

    /** Logs a warning and runs the file's text, which nothing has checked; for development. */
    RELOAD,

    /** Does not compare; runs the text that was compiled in. */
    IGNORE
}
