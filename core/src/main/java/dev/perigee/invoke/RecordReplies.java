package dev.perigee.invoke;

import dev.perigee.invoke.RecordedReply.Kind;

/** Steps into the values that are read into records. */
final class RecordReplies {

    private static final int NONE = -1;

    private RecordReplies() {}

    /** Into an array of at most as many elements as there are components. */
    static void enter(ReplyCursor cursor, String record, int components) {
        if (cursor.kind() != Kind.ARRAY) {
            throw cursor.mismatch(record + ", an array");
        }
        int elements = cursor.reply.length(cursor.at);
        if (elements > components) {
            throw cursor.mismatch(record + ", an array of " + components, "one of " + elements);
        }
        cursor.enter(elements, ReplyPath.ELEMENTS);
    }

    /** Into a map, or a flat array of names and values. Their places are found now, so that they can come in any order. */
    static void enterByName(ReplyCursor cursor, String record, String[] names) {
        int entries = cursor.entries(record, ", a map or an array of names and values");
        ReplyPath path = cursor.enter(entries, ReplyPath.ENTRIES);
        path.expect(names.length);
        int likely = 0;
        for (int entry = 1; entry <= entries; entry++) {
            path.entry(entry, "key");
            if (cursor.kind() != Kind.STRING) {
                throw cursor.mismatch("a name");
            }
            int component = component(cursor, names, likely);
            if (component != NONE) {
                if (!path.found(component, cursor.at + 1)) {
                    throw cursor.mismatch("another name", names[component] + " again");
                }
                likely = component + 1;
            }
            cursor.at = cursor.reply.after(cursor.at + 1);
        }
        path.byName(cursor.at);
    }

    /** The component whose name the cursor stands on, looked for from the one on that comes next if all come in order. */
    private static int component(ReplyCursor cursor, String[] names, int likely) {
        for (int i = 0; i < names.length; i++) {
            int component = likely + i < names.length ? likely + i : likely + i - names.length;
            if (cursor.reply.is(cursor.at, names[component])) {
                return component;
            }
        }
        return NONE;
    }

    /** Into an array, past the code that is its first element, or past a code alone; which alternative it is the code of. */
    static int enterOneOf(ReplyCursor cursor, Alternatives alternatives) {
        return switch (cursor.kind()) {
            case ARRAY -> enterAlternative(cursor, alternatives);
            case STRING, INTEGER, BOOLEAN -> passCode(cursor, alternatives);
            case NIL, DOUBLE, BIG_NUMBER, ERROR, SET, MAP ->
                throw cursor.mismatch(alternatives.type() + ", an array that begins with " + alternatives.known());
        };
    }

    private static int enterAlternative(ReplyCursor cursor, Alternatives alternatives) {
        int start = cursor.at;
        int elements = cursor.reply.length(start);
        if (elements == 0) {
            throw cursor.mismatch(alternatives.type() + ", an array that begins with " + alternatives.known());
        }
        cursor.enter(elements, ReplyPath.ELEMENTS).next();
        int chosen = choose(cursor, alternatives);
        int components = alternatives.components(chosen);
        if (elements > components + 1) {
            cursor.leaveValue();
            cursor.at = start;
            throw cursor.mismatch(described(alternatives, chosen), "one of " + elements);
        }
        cursor.at++;
        return chosen;
    }

    private static int passCode(ReplyCursor cursor, Alternatives alternatives) {
        int chosen = choose(cursor, alternatives);
        if (alternatives.components(chosen) > 0) {
            throw cursor.mismatch(described(alternatives, chosen), "its code alone");
        }
        cursor.enter(1, ReplyPath.ELEMENTS).next();
        return chosen;
    }

    private static int choose(ReplyCursor cursor, Alternatives alternatives) {
        int chosen = switch (cursor.kind()) {
            case STRING, INTEGER, BOOLEAN -> alternatives.find(cursor.reply, cursor.at);
            case NIL, DOUBLE, BIG_NUMBER, ERROR, ARRAY, SET, MAP -> Codes.NONE;
        };
        if (chosen == Codes.NONE) {
            throw cursor.mismatch(alternatives.type() + ", " + alternatives.known(), cursor.describeAnother());
        }
        return chosen;
    }

    private static String described(Alternatives alternatives, int chosen) {
        return alternatives.type() + " " + alternatives.code(chosen) + ", an array of "
                + (alternatives.components(chosen) + 1);
    }
}
