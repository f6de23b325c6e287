package dev.perigee.invoke;

import dev.perigee.error.ScriptReplyException;
import dev.perigee.invoke.RecordedReply.Kind;
import org.jspecify.annotations.Nullable;

/** Where in a reply a reader stands, and how it says that a value there does not fit. */
abstract class ReplyCursor {

    /** What the reader stands on when it has nothing to read: fails like any other value that does not fit. */
    private static final Script NO_SCRIPT = Script.of("no call", "no file", "", 0, 0, "");

    Script script = NO_SCRIPT;
    RecordedReply reply;

    /** The index of the value; of no meaning where there is none. */
    int at;

    /** Whether the reader stands on something that the reply does not have. */
    boolean missing;

    private final RecordedReply own;
    private final ReplyPath path = new ReplyPath();

    ReplyCursor() {
        this.own = new RecordedReply();
        this.reply = own;
    }

    /** A recording that belongs to the reader, empty: for small replies, which the reader is then reset to. */
    public final RecordedReply own() {
        own.clear();
        return own;
    }

    final void stand(Script theScript, RecordedReply theReply) {
        script = theScript;
        reply = theReply;
        at = 0;
        missing = false;
        path.restart();
    }

    final void forget() {
        own.clear();
        path.clear();
        stand(NO_SCRIPT, own);
    }

    /** What the value is; throws an error that it is. */
    final Kind kind() {
        if (missing) {
            return Kind.NIL;
        }
        Kind kind = reply.kind(at);
        if (kind == Kind.ERROR) {
            throw ScriptErrors.parse(script, reply.text(at), path.toString());
        }
        return kind;
    }

    /** Whether there is nil or nothing; then steps past it. */
    final boolean passNil() {
        if (kind() != Kind.NIL) {
            return false;
        }
        if (!missing) {
            at++;
        }
        return true;
    }

    /** The number of elements of an array or set, or of a map as the flat array that it is in RESP2. */
    final int elements(String expected) {
        return switch (kind()) {
            case ARRAY, SET -> reply.length(at);
            case MAP -> Math.multiplyExact(2, reply.length(at));
            case NIL, INTEGER, DOUBLE, BOOLEAN, STRING, BIG_NUMBER, ERROR -> throw mismatch(expected);
        };
    }

    /**
     * The number of entries of a map, or of a flat array of keys and values.
     *
     * @param what what they are read into, for messages, which {@code expected} follows
     */
    final int entries(String what, String expected) {
        Kind kind = kind();
        if (kind == Kind.MAP) {
            return reply.length(at);
        } else if (kind != Kind.ARRAY) {
            throw mismatch(what + expected);
        }
        int elements = reply.length(at);
        if (elements % 2 != 0) {
            throw mismatch(what + expected, describe() + ", an odd number");
        }
        return elements / 2;
    }

    /** Steps into the value, to before the first of so many elements or entries. */
    final ReplyPath enter(int length, int form) {
        path.enter(length, form);
        at++;
        return path;
    }

    /** Steps out of the innermost value. */
    final void leaveValue() {
        int after = path.leave();
        if (after != ReplyPath.IN_TURN) {
            at = after;
        }
        missing = false;
    }

    /** Steps out of what a read that broke off has left open. */
    final void leaveTo(int depth) {
        while (depth() > depth) {
            path.leave();
        }
    }

    final ReplyPath path() {
        return path;
    }

    final int depth() {
        return path.depth();
    }

    final ScriptReplyException mismatch(String expected) {
        return mismatch(expected, describe());
    }

    final ScriptReplyException mismatch(String expected, String found) {
        return mismatch(expected, found, null);
    }

    final ScriptReplyException mismatch(String expected, String found, @Nullable Throwable cause) {
        return failure("expected " + expected + atPlace() + ", got " + found, cause);
    }

    final ScriptReplyException failure(String problem, @Nullable Throwable cause) {
        return new ScriptReplyException(script.method(), script.file(), problem, cause);
    }

    /** The place as a message says it; empty for the whole reply. */
    final String atPlace() {
        String where = path.toString();
        return where.isEmpty() ? "" : " at " + where;
    }

    /** The shape of the value. */
    final String describe() {
        if (missing) {
            return describeMissing(path);
        }
        Kind kind = reply.kind(at);
        return switch (kind) {
            case STRING -> kind.description() + " of " + counted(reply.length(at), "byte");
            case ARRAY, SET, MAP -> kind.description() + " of " + reply.length(at);
            case NIL, INTEGER, DOUBLE, BOOLEAN, BIG_NUMBER, ERROR -> kind.description();
        };
    }

    /** As {@link #describe}, of what is a string or an integer but none of those that were expected. */
    final String describeAnother() {
        return switch (kind()) {
            case STRING -> "another string";
            case INTEGER -> "another integer";
            case NIL, DOUBLE, BOOLEAN, BIG_NUMBER, ERROR, ARRAY, SET, MAP -> describe();
        };
    }

    private static String describeMissing(ReplyPath path) {
        return path.isByName()
                ? "nothing: none of the " + counted(path.length(), "name") + " is " + path.name()
                : "nothing: the array ended after " + counted(path.length(), "element")
                        + ", as a Lua array does at its first nil";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
