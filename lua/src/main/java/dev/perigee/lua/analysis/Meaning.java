package dev.perigee.lua.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is known to be.
 *
 * @param what the kind of value
 * @param alias the local variable by which it was reached, which must not be assigned to for this to hold
 */
record Meaning(What what, @Nullable LocalVariable alias) {
    enum What {
        KEYS,
        ARGV,
        /** The table {@code redis}, or {@code server} of Valkey. */
        REDIS,
        /** The function {@code redis.call} or {@code redis.pcall}. */
        CALL,
        /** The table {@code _G}. */
        GLOBALS,
        /** A function by which code can do anything. */
        ESCAPE_HATCH,
        /** Something that leads to none of the others. */
        OTHER
    }

    static final Meaning OTHER = of(What.OTHER);

    static Meaning of(What what) {
        return new Meaning(what, null);
    }

    /** The same, or what is reached from it. */
    Meaning become(What next) {
        return new Meaning(next, alias);
    }

    static Meaning ofGlobal(String name) {
        return switch (name) {
            case "KEYS" -> of(What.KEYS);
            case "ARGV" -> of(What.ARGV);
            case "redis", "server" -> of(What.REDIS);
            case "_G" -> of(What.GLOBALS);
            case "loadstring", "load", "loadfile", "dofile", "require", "module", "getfenv", "setfenv", "debug" ->
                of(What.ESCAPE_HATCH);
            default -> OTHER;
        };
    }
}
