package dev.perigee.lua.syntax;

/** A limit of Lua's compiler is exceeded. Caught in {@link CompilerLimits}, which knows where. */
final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    LimitExceeded(String message, String help) {
        super(message, null, false, false);
        this.help = help;
    }

    String help() {
        return help;
    }
}
