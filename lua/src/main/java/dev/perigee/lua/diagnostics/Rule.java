package dev.perigee.lua.diagnostics;

/** A rule with its stable code, which is never given to another. Each has a page in {@code docs/rules}. */
public interface Rule {

    /** Whether a user may silence a rule. */
    enum Suppression {
        /** The code that would be generated could not work, or none could be. */
        NEVER,
        /** The user may know better, and says why. */
        WITH_REASON
    }

    /** The code, as {@code PG203}. */
    String code();

    /** How much its findings weigh, unless one says otherwise. */
    Severity severity();

    /** Whether a user may silence it. */
    Suppression suppression();
}
