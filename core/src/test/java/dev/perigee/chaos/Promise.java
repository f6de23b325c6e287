package dev.perigee.chaos;

import dev.perigee.chaos.Books.Told;
import java.util.ArrayList;
import java.util.List;

/** What must hold of every call, whatever happens; all include that a call ends, and with its own reply if it succeeds. */
enum Promise {
    AT_MOST_ONCE("at most once") {
        @Override
        void check(Audit audit, List<String> violations) {
            AT_MOST_ONCE_OR_LOST.check(audit, violations);
            count(audit.never(Told.SUCCESS), "succeeded and did not run", violations);
        }
    },

    /** Where a master may die before its replica knows what it answered: Redis loses that, and no client can know. */
    AT_MOST_ONCE_OR_LOST("at most once") {
        @Override
        void check(Audit audit, List<String> violations) {
            count(audit.twice(), "ran more than once", violations);
            count(audit.repeatedReplies(), "were told of a second run", violations);
            count(audit.ran(Told.NOT_EXECUTED), "ran, but were told that they did not", violations);
            count(audit.count(Told.SCRIPT_ERROR), "failed with the server's error", violations);
        }
    },

    IDEMPOTENT("every call succeeds") {
        @Override
        void check(Audit audit, List<String> violations) {
            count(audit.count() - audit.count(Told.SUCCESS), "failed", violations);
            count(audit.never(Told.SUCCESS), "succeeded and did not run", violations);
        }
    },

    EXACTLY_ONCE("exactly once") {
        @Override
        void check(Audit audit, List<String> violations) {
            AT_MOST_ONCE.check(audit, violations);
            IDEMPOTENT.check(audit, violations);
        }
    },

    NO_ERROR("no error") {
        @Override
        void check(Audit audit, List<String> violations) {
            EXACTLY_ONCE.check(audit, violations);
        }
    },

    /** For a comparison. */
    NONE("none") {
        @Override
        void check(Audit audit, List<String> violations) {}
    };

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    abstract void check(Audit audit, List<String> violations);

    List<String> violations(Audit audit) {
        List<String> violations = new ArrayList<>();
        check(audit, violations);
        if (this != NONE) {
            count(audit.count(Told.NOTHING), "did not end", violations);
            count(audit.wrongReplies(), "got the reply to another call", violations);
            count(audit.count(Told.OTHER), "failed with what no call may fail with", violations);
        }
        if (!violations.isEmpty()) {
            audit.failures().forEach((failure, count) -> violations.add(count + " times " + failure));
        }
        return violations;
    }

    private static void count(long calls, String what, List<String> violations) {
        if (calls != 0) {
            violations.add(calls + " calls " + what);
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
