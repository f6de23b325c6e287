package dev.perigee.invoke;

import dev.perigee.error.ScriptErrorException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of an error reply.
 *
 * <p>From Redis 7.0 an error raised in a script ends with {@code script: <sha>, on @user_script:<line>.}; 6.2 puts the
 * position in front. An error that a script returns as a value has neither.
 */
public final class ScriptErrors {

    private static final Pattern SUFFIX =
            Pattern.compile("(?s)(.*?),? script: [0-9a-f]{40}, on @user_script:(\\d{1,9})\\.$");
    private static final Pattern PREFIX_6_2 =
            Pattern.compile("(?s)ERR Error (?:running|compiling) script \\(.*?\\): @?user_script:\\s*(\\d{1,9}): (.*)");
    private static final Pattern LUA_POSITION = Pattern.compile("(?s)@?user_script:\\s*(\\d{1,9}): (.*)");
    private static final Pattern CODE = Pattern.compile("(?s)([A-Z][A-Z0-9_]*)(?: (.*))?");

    private static final Map<String, String> HINTS = Map.of(
            "BUSY", "another script is running too long on this server: SCRIPT KILL ends one that has written nothing",
            "CROSSSLOT", "the keys fall into different slots: give them a common {hash tag}",
            "LOADING", "the server is reading its data set: try again when it has finished",
            "MASTERDOWN", "the replica has lost its master",
            "NOAUTH", "the connection needs a user name and password",
            "NOPERM", "the connection's user lacks a permission, see ACL LIST",
            "OOM", "the server has reached its maxmemory",
            "READONLY", "the node is a replica, and the script writes");

    private ScriptErrors() {}

    /** The exception for the error reply with this text. */
    public static ScriptErrorException parse(Script script, String reply) {
        return parse(script, reply, "");
    }

    static ScriptErrorException parse(Script script, String reply, String path) {
        String text = reply;
        int line = 0;
        String name = "";
        Matcher suffix = SUFFIX.matcher(text);
        if (suffix.matches()) {
            text = suffix.group(1);
            line = Integer.parseInt(suffix.group(2));
        } else {
            Matcher prefix = PREFIX_6_2.matcher(text);
            if (prefix.matches()) {
                line = Integer.parseInt(prefix.group(1));
                text = prefix.group(2);
                name = "ERR";
            }
        }
        Matcher code = CODE.matcher(text);
        if (code.matches()) {
            name = code.group(1);
            text = code.group(2) == null ? "" : code.group(2);
        }
        Matcher position = LUA_POSITION.matcher(text);
        if (position.matches()) {
            line = Integer.parseInt(position.group(1));
            text = position.group(2);
        }
        String message = path.isEmpty() ? text : text + " at " + path + " of the reply";
        return new ScriptErrorException(
                script.method(), script.file(), name, message, line, HINTS.getOrDefault(name, ""));
    }
}
