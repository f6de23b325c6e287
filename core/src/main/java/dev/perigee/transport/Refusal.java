package dev.perigee.transport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer by which a server says that it has not run the script. A script can answer with an error of any code itself, after
 * it has written; so the code alone proves nothing, and only the words that servers use count. Those of Valkey name another
 * product. Words that a later server may use instead are not understood, and then the error goes to the caller.
 *
 * @param cause what it is about
 * @param slot the slot, of a redirection; -1 otherwise
 * @param host the node it names, of a redirection; empty for the host that was asked; null otherwise
 * @param port the node's port
 */
record Refusal(Cause cause, int slot, @Nullable String host, int port) {

    enum Cause {
        /** The slot belongs to another node. */
        MOVED,
        /** The slot is on its way to another node, and so are the keys. */
        ASK,
        /** The slot is on its way to another node, and some of the keys are. */
        TRYAGAIN,
        /** The cluster, or the slot, is not served at present. */
        CLUSTERDOWN,
        /** The server is reading its data. */
        LOADING,
        /** A replica has lost its master, and is not to serve old data. */
        MASTERDOWN,
        /** Another script is running for too long. */
        BUSY,
        /** The server has become a replica. */
        READONLY;

        boolean isRedirection() {
            return this == MOVED || this == ASK;
        }
    }

    private static final String PRODUCT = "[A-Z]\\w*";
    private static final Pattern REDIRECTION = Pattern.compile("(MOVED|ASK) (\\d{1,5}) (\\S*):(\\d{1,5})");
    private static final Pattern WORDS =
            Pattern.compile("(?:(?<TRYAGAIN>TRYAGAIN Multiple keys request during rehashing of slot)"
                    + "|(?<CLUSTERDOWN>CLUSTERDOWN (?:The cluster is down(?: and only accepts read commands)?|Hash slot not served))"
                    + "|(?<LOADING>LOADING " + PRODUCT + " is loading the dataset in memory)"
                    + "|(?<MASTERDOWN>MASTERDOWN Link with MASTER is down and (?:replica|slave)-serve-stale-data is set to 'no'\\.)"
                    + "|(?<BUSY>BUSY " + PRODUCT + " is busy running a (?:script|module command)\\..*)"
                    + "|(?<READONLY>READONLY You can't write against a read only (?:replica|slave)\\.))");
    private static final Cause[] BY_WORDS = {
        Cause.TRYAGAIN, Cause.CLUSTERDOWN, Cause.LOADING, Cause.MASTERDOWN, Cause.BUSY, Cause.READONLY
    };

    /** What the text of an error says; null if it is not one of these. */
    static @Nullable Refusal of(String error) {
        return switch (error.isEmpty() ? ' ' : error.charAt(0)) {
            case 'A' -> redirection(error);
            case 'M' -> error.startsWith("MOVED") ? redirection(error) : inWords(error);
            case 'T', 'C', 'L', 'B', 'R' -> inWords(error);
            default -> null;
        };
    }

    private static @Nullable Refusal redirection(String error) {
        Matcher matcher = REDIRECTION.matcher(error);
        return matcher.matches()
                ? new Refusal(
                        Cause.valueOf(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        matcher.group(3),
                        Integer.parseInt(matcher.group(4)))
                : null;
    }

    private static @Nullable Refusal inWords(String error) {
        Matcher matcher = WORDS.matcher(error);
        if (matcher.matches()) {
            for (Cause cause : BY_WORDS) {
                if (matcher.group(cause.name()) != null) {
                    return new Refusal(cause, -1, null, 0);
                }
            }
        }
        return null;
    }
}
